// Round
