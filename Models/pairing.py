#!/usr/bin/env python3
"""Checks a run with the stock glpsol: solves the stages of its round.dat one after the other by pairing.mod.

    python3 pairing.py RUN/round.dat [--stages reciprocity,fairness:0.9,benefit,co-design] [--json]

What a stage reached is passed to the next one as glpsol found it; nothing is taken from the run but its records. Without
--stages the list is that of the profile in force. NAME:SHARE says what later stages must leave of a stage's value.
"""

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MODEL = Path(__file__).resolve().parent / "pairing.mod"
STAGES = ["reciprocity", "fairness", "benefit", "continuity", "focus", "co-design"]
# The profiles that come with the formulation, each stage with the share that it says it keeps.
PROFILES = {
    "bond-first": [("reciprocity", None), ("fairness", None), ("benefit", None), ("co-design", None)],
    "fairness-first": [("fairness", None), ("reciprocity", None), ("benefit", None), ("co-design", None)],
    "benefit-first": [
        ("benefit", 0.98), ("reciprocity", None), ("fairness", None), ("benefit", None), ("co-design", None)],
}
# Each way is tried where the one before finds no optimum.
LINEAR = [[], ["--nopresol"], ["--nopresol", "--dual"], ["--exact"]]


class Failure(Exception):
    """What the user is told."""


class Infeasible(Failure):
    """No point keeps every rule."""


class Glpsol:
    """Solves one stage after the other, feeding each with what the earlier ones reached."""

    def __init__(self, records, folder, time_limit):
        self.records, self.folder, self.time_limit = Path(records).resolve(), Path(folder), time_limit
        self.done = []  # what earlier stages reached, and what is kept of it
        self.integer = {}  # the data of the integer rules, once they are kept

    def keep(self, stage, value=0.0, keep=1.0, levels=None):
        self.done.append({"stage": stage, "value": value, "keep": keep, "levels": levels or {}, "relaxed": 0})

    def solve(self, stage, fixed=None, integer=None):
        """The rows that the model printed, by their first word, each as a list of the other words."""
        (self.folder / "stage.dat").write_text(self.data(stage, fixed or {}, {**self.integer, **(integer or {})}))
        if stage == "data":
            self.run(["--check"])
            return self.printed()
        # For whole numbers a search, which ends within a ten-millionth of the best.
        search = ["--mipgap", "1e-7", "--tmlim", str(self.time_limit)]
        for options in [[*search, "--cuts"], search] if self.integer or integer else LINEAR:
            log = self.run(options)
            status = self.status()
            if status == "optimal":
                return self.printed()
            if status == "feasible":
                # Its time was up: the last bound that it printed, if any.
                found = re.findall(r"mip = +\S+ +[<>]= +(\S+)", log)
                return {**self.printed(), "bound": [found[-1:]]}
        raise Infeasible(f"the stage {stage} has no solution")

    def run(self, options):
        for name in ("result.txt", "solution.txt"):
            (self.folder / name).unlink(missing_ok=True)
        command = ["glpsol", *options, "-m", str(MODEL), "-d", str(self.records), "-d", "stage.dat"]
        try:
            run = subprocess.run(
                command + ["-w", "solution.txt"], cwd=self.folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        except FileNotFoundError:
            raise Failure("glpsol is not installed: it comes with GLPK (Debian: apt install glpk-utils)") from None
        log = run.stdout.decode(errors="replace")
        # glpsol says little by its exit code.
        if run.returncode or "processing error" in log:
            raise Failure("glpsol could not read the model or the data:\n" + "\n".join(log.splitlines()[-6:]))
        return log

    def status(self):
        for line in (self.folder / "solution.txt").read_text().splitlines():
            words = line.split()
            if words[0] == "s":
                if words[1] == "mip":
                    return {"o": "optimal", "f": "feasible"}.get(words[4], "none")
                return "optimal" if words[4:6] == ["f", "f"] else "none"
        return "none"

    def printed(self):
        rows = {}
        for line in (self.folder / "result.txt").read_text().splitlines():
            key, *words = line.split("\t")
            rows.setdefault(key, []).append(words)
        return rows

    def data(self, stage, fixed, integer):
        """The stage's data beside the records."""
        lines = ["data;", f"param stage := '{stage}';", "param result := 'result.txt';"]
        if self.done:
            lines.append("param: DONE: done_stage done_value done_keep relaxed :=")
            lines += [f"  {place} '{one['stage']}' {one['value']!r} {one['keep']!r} {one['relaxed']}"
                      for place, one in enumerate(self.done)]
            lines.append(";")
        levels = [(place, group, level) for place, one in enumerate(self.done) for group, level in one["levels"].items()]
        if levels:
            lines.append("param: LEVELS: done_level :=")
            lines += [f"  {place} {symbols(group)} {level!r}" for place, group, level in levels] + [";"]
        if fixed:
            lines.append("param: FIXED_LEVELS: fixed_level :=")
            lines += [f"  {symbols(group)} {level!r}" for group, level in fixed.items()] + [";"]
        for name, value in integer.items():
            if isinstance(value, list):
                lines += [f"set {name} :=", *(f"  {symbols(members)}" for members in value), ";"]
            else:
                lines.append(f"param {name} := {value!r};")
        return "\n".join(lines + ["end;", ""])


def symbols(names):
    """A member of a set; no symbol of round.dat has a quote in it."""
    return " ".join(f"'{name}'" for name in names)


def value(rows, key="value"):
    return float(rows[key][0][0])


def group_name(group):
    return "/".join(part for part in group if part)


# ---- Stages -----------------------------------------------------------------------------------------------------------------


def reciprocity(glpsol, known, keep):
    shortfall = max(0.0, value(glpsol.solve("reciprocity")))
    glpsol.keep("reciprocity", shortfall, 1.0 if keep is None else keep)
    return {"shortfall": shortfall, "target": known["targets"], "unreachable": known["unreachable"]}


def fairness(glpsol, known, keep):
    """Leximin: fixes the groups whose rows have weight, round after round."""
    entitlements = known["entitlements"]
    threshold = min(1e-3, 1 / (2 * max(1, len(entitlements))))
    fixed = {}
    while len(fixed) < len(entitlements):
        rows = glpsol.solve("fairness", fixed)
        level = min(1.0, value(rows))
        done = level >= 1 - 1e-9
        held = [(r, k) for r, k, weight in rows["weight"] if done or float(weight) > threshold]
        if not held:
            raise Failure("fairness: no group holds the level")
        fixed.update({group: max(0.0, math.floor(level * 1e12) / 1e12) for group in held})
    glpsol.keep("fairness", keep=1 - known["fairness_tolerance"] if keep is None else keep, levels=fixed)
    return {"levels": {group_name(group): fixed[group] for group in entitlements},
            "entitlements": {group_name(group): amount for group, amount in entitlements.items()}}


def benefit(glpsol, _, keep):
    reached = value(glpsol.solve("benefit"))
    # After the search for whole numbers a benefit is no longer loosened.
    glpsol.keep("integer" if glpsol.integer else "benefit", reached, 1.0 if keep is None else keep)
    return {"value": reached}


def continuity(glpsol, known, keep):
    for one in [one for one in glpsol.done if one["stage"] in ("benefit", "integer")][-1:]:
        one["relaxed"] = 1
    moved = max(0.0, value(glpsol.solve("continuity")))
    glpsol.keep("continuity", moved, 1.0 if keep is None else keep)
    return {"value": moved + known["lost"], "benefit": benefit(glpsol, known, None)["value"]}


def co_design(glpsol, _, keep):
    months = value(glpsol.solve("co-design"))
    glpsol.keep("co-design", months, 1.0 if keep is None else keep)
    return {"value": months}


def integer(glpsol, _, __):
    """(a) the least loosening of the kept stages, (b) the most benefit with it."""
    last = max((place for place, one in enumerate(glpsol.done) if one["stage"] == "benefit"), default=None)
    if last is not None:
        del glpsol.done[last]
    loosened = max(0.0, value(glpsol.solve("loosening", integer={"integer_rules_kept": 1})))
    glpsol.integer = {"integer_rules_kept": 1, "loosened": loosened + 1e-7}
    rows = glpsol.solve("integer")
    reached = value(rows)
    glpsol.integer |= {"CHOSEN_PAIRS": rows.get("chosen_pair", []),
                       "CHOSEN_PROPOSALS": rows.get("chosen_proposal", []),
                       "CHOSEN_TICKETS": rows.get("chosen_ticket", [])}
    glpsol.keep("integer", reached)
    # A search that came to its end has no better plan to find.
    bound = next((float(number) for number in rows["bound"][0]), None) if "bound" in rows else reached
    return {"loosened": loosened, "value": reached, "bound": bound}


SOLVE = {"reciprocity": reciprocity, "fairness": fairness, "benefit": benefit, "continuity": continuity,
         "co-design": co_design, "integer": integer}


def stages_in_force(rows):
    """The list that the policy writes out, else the profile's; what settings of their own ask for stands before co-design."""
    profile = rows["profile"][0][0]
    if "listed" in rows:
        stages = [(name, float(keep[0]) if keep else None) for name, *keep in rows["listed"]]
    elif profile in PROFILES:
        stages = list(PROFILES[profile])
    else:
        raise Failure(f"the policy names a profile that does not exist: {profile}")
    switched_on = [name for name, in rows.get("switched_on", [])]
    missing = [(name, None) for name in ("continuity", "focus")
               if name in switched_on and name not in [stage for stage, _ in stages]]
    return before_co_design(stages, missing)


def before_co_design(stages, more):
    end = len(stages) - 1 if stages and stages[-1][0] == "co-design" else len(stages)
    return stages[:end] + more + stages[end:]


def check(records, wanted, time_limit, folder):
    """What every stage reaches, as a document like plans.json."""
    glpsol = Glpsol(records, folder, time_limit)
    rows = glpsol.solve("data")
    known = {key: value(rows, key) for key in ("targets", "unreachable", "lost", "fairness_tolerance")}
    known["entitlements"] = {(r, k): float(amount) for r, k, amount in rows.get("entitlement", [])}
    answer = {"eligible_pairs": int(value(rows, "eligible_pairs")), "conflict": None, "notes": []}
    if value(rows, "fixed_pairs"):
        repair = glpsol.solve("repair")
        if value(repair) > value(rows, "fixed_slack"):
            return {**answer, "conflict": conflict(repair)}

    stages = list(wanted or stages_in_force(rows))
    if value(rows, "integer_rules"):
        names = [name for name, _ in stages]
        if "benefit" in names:
            stages.insert(len(names) - names[::-1].index("benefit"), ("integer", None))
        else:
            stages = before_co_design(stages, [("integer", None)])
    answer["benefit_only"] = value(glpsol.solve("benefit"))
    answer["stages"] = []
    for name, keep in stages:
        if name == "focus":
            answer["notes"].append("focus is a heuristic that pairing.mod leaves out; the stages after it are left out too")
            break
        if name == "continuity" and not value(rows, "continues"):
            continue
        try:
            answer["stages"].append({"stage": name, **SOLVE[name](glpsol, known, keep)})
        except Infeasible:
            if name != "integer":
                raise
            # Integer rules with which the fixed pairs cannot be met, however far the stages are loosened.
            return {**answer, "conflict": conflict(glpsol.solve("repair", integer={"integer_rules_kept": 1, "loosened": 1.0}))}
    return answer


def conflict(rows):
    return {"repair": {"total": value(rows), "reductions": [
        {"donor": donor, "recipient": recipient, "amount": float(amount)}
        for donor, recipient, amount in rows.get("reduction", [])]}}


# ---- Text -------------------------------------------------------------------------------------------------------------------


def text(answer):
    """The stage values for people."""
    lines = []
    if answer["conflict"]:
        repair = answer["conflict"]["repair"]
        lines.append(f"the fixed pairs cannot all hold; the least total reduction is {repair['total']:.9g} M")
        return lines + [f"  {one['donor']} > {one['recipient']}: {one['amount']:.9g} M less" for one in repair["reductions"]]
    lines.append(f"{'benefit only':<14}{answer['benefit_only']:.9g}")
    for stage in answer["stages"]:
        numbers = ", ".join(f"{key} {number:.9g}" for key, number in stage.items() if isinstance(number, float))
        lines.append(f"{stage['stage']:<14}{numbers}".rstrip())
        for group, level in stage.get("levels", {}).items():
            lines.append(f"  {group}: level {level:.9g} of {stage['entitlements'][group]:.9g}")
    return lines + [f"note: {note}" for note in answer["notes"]]


def stage_list(words):
    stages = []
    for word in words.split(","):
        name, _, keep = word.strip().partition(":")
        if name not in STAGES:
            raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(STAGES)}")
        try:
            stages.append((name, float(keep) if keep else None))
        except ValueError:
            raise argparse.ArgumentTypeError(f"{keep!r} is no share") from None
    return stages


def main():
    parser = argparse.ArgumentParser(description="Solves the stages of a run's round.dat with the stock glpsol.")
    parser.add_argument("records", metavar="ROUND.dat")
    parser.add_argument("--stages", type=stage_list, help="e.g. reciprocity,fairness:0.9,benefit,co-design")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--time-limit", type=int, default=600, metavar="SECONDS", help="for each search of the integer rules")
    arguments = parser.parse_args()
    try:
        if not Path(arguments.records).is_file():
            raise Failure(f"there is no file {arguments.records}")
        with tempfile.TemporaryDirectory() as folder:
            answer = check(arguments.records, arguments.stages, arguments.time_limit, folder)
    except Failure as failure:
        sys.exit(f"pairing.py: {failure}")
    print(json.dumps(answer, indent=2) if arguments.json else "\n".join(text(answer)))


if __name__ == "__main__":
    main()
