#!/usr/bin/env python3
"""Seeded rounds of national size, and how long `jetbd verify` takes for a run of one.

  rounds.py make FOLDER [PROPOSALS] [SEED]    writes a round: 20 donors, 60 recipients, 3 years, about 20 pairs a proposal
  rounds.py verify JETBD [PROPOSALS] [RUNS]   plans one until its first plan stands, then verifies the run again and again

Planning takes minutes at 5,000 proposals; it is told to stop when plan A stands (`--time-limit`), which a proof does not mind.
"""

import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time

SECTORS = ["wind", "solar", "hydrogen", "pumped-hydro", "big-data", "tourism", "agriculture", "reskilling"]
INSTRUMENTS = ["grant", "concessional-loan", "equity"]
YEARS = ["2026", "2027", "2028"]


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(header)
        table.writerows(rows)


def make(folder, proposals, seed):
    """Needs of a long tail, offers that fall short of them, coal that came from a few regions each."""
    dice = random.Random(seed)
    donors = [f"D{number:02}" for number in range(20)]
    recipients = [f"R{number:02}" for number in range(60)]
    os.makedirs(folder, exist_ok=True)
    write(folder, "regions.csv", ["code", "need_weight"],
          [[code, round(dice.uniform(1, 20), 1)] for code in recipients] + [[code, ""] for code in donors])
    write(folder, "links.csv", ["donor", "recipient", "coal_mt", "year"],
          [[donor, recipient, round(dice.lognormvariate(2, 1), 2), 2025]
           for donor in donors for recipient in dice.sample(recipients, 15)])
    needs = [round(min(900, dice.lognormvariate(4, 1)), 2) for _ in range(proposals)]
    offers = []
    for number in range(2 * len(donors) + 6):
        total = 0.55 * sum(needs) / (2 * len(donors) + 6) * dice.uniform(0.4, 1.6)
        shares = [dice.uniform(0.5, 1.5) for _ in YEARS]
        offers.append([f"O{number:03}", donors[number % len(donors)], dice.choice(INSTRUMENTS),
                       ";".join(dice.sample(SECTORS, 6)), ""]
                      + [round(total * share / sum(shares), 2) for share in shares])
    write(folder, "offers.csv", ["id", "donor", "instrument", "sectors", "max_share_per_recipient"] + YEARS, offers)
    rows = []
    for number, need in enumerate(needs):
        first = dice.randint(2026, 2028)
        rows.append([f"P{number:05}", dice.choice(recipients), dice.choice(SECTORS), need,
                     ";".join(sorted(dice.sample(INSTRUMENTS, 2))), first, dice.randint(1, 2029 - first),
                     round(need * dice.lognormvariate(0.5, 0.5)), round(need * dice.lognormvariate(5, 0.7)),
                     round(need * dice.uniform(0.05, 0.3), 2), round(dice.uniform(0.6, 1), 2)])
    write(folder, "proposals.csv",
          ["id", "recipient", "sector", "need", "instruments", "start_year", "years", "jobs", "co2_avoided_t",
           "value_added", "readiness"], rows)
    with open(os.path.join(folder, "policy.yaml"), "w", encoding="utf-8") as file:
        file.write("policy:\n  currency: CNY\n  years: [2026, 2028]\n"
                   "  co_investment: {max_donor_share: 0.6, above: 200}\n"
                   "  concentration: {max_recipient_share: 0.5}\n"
                   "  diversification: {max_sector_share: 0.5}\n")


def verify(binary, proposals, runs):
    with tempfile.TemporaryDirectory() as folder:
        round_folder, run = os.path.join(folder, "national"), os.path.join(folder, "run")
        make(round_folder, proposals, 1)
        started = time.monotonic()
        subprocess.run([binary, "plan", round_folder, "--out", run, "--time-limit", "240"],
                       check=True, stdout=subprocess.DEVNULL)
        planned = time.monotonic() - started
        with open(os.path.join(run, "plans.json"), encoding="utf-8") as file:
            plans = json.load(file)
        seconds = []
        for _ in range(runs):
            started = time.monotonic()
            subprocess.run([binary, "verify", run], check=True, stdout=subprocess.DEVNULL)
            seconds.append(time.monotonic() - started)
        status = ", ".join(f"{plan['id']} {plan['status']}" for plan in plans["plans"])
        print(f"{plans['eligible_pairs']} eligible pairs; plans: {status}; planned in {planned:.0f} s")
        print(f"jetbd verify, s: least {min(seconds):.2f}, median {sorted(seconds)[runs // 2]:.2f} of {runs} runs")


def main(words):
    numbers = [int(word) for word in words[2:]]
    if len(words) >= 2 and words[0] == "make":
        make(words[1], *(numbers + [5000, 1][len(numbers):]))
    elif len(words) >= 2 and words[0] == "verify":
        verify(words[1], *(numbers + [5000, 5][len(numbers):]))
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
