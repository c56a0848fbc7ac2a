print("jetbd")
