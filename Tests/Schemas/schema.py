"""Holds documents against a JSON Schema, with python3-jsonschema.

schema.py valid SCHEMA DOCUMENT...   prints what is wrong with each, nothing where all are right
schema.py strict SCHEMA DOCUMENT     damages the document in every kind of place, one at a time, and prints the damage
                                     that the schema lets pass
"""

import copy
import json
import sys

from jsonschema import Draft202012Validator

# Objects whose keys are data, and keys that need not be there.
MAPS = {
    "by_instrument", "by_year", "indicators", "levels", "entitlements", "held_by", "money", "months", "records",
    "keys", "limits", "regions", "titles",
}
# Maps of maps.
NESTED = {"money", "months"}
# By what a document is.
OPTIONAL = {
    "jetb.plans/1": {"held_by", "text", "from", "to"},
    "jetb.certificate/1": {
        "after", "benefit_only", "fixes", "closed", "uses", "within", "most", "loosened", "choices", "weight",
    },
    "jetb.inputs/1": {"continues", "limits"},
    # By what they are in; of the document itself nothing stands before the dot.
    "jetb.status/1": {
        ".headline", ".reason", ".run", ".progress", ".failure", ".conflict", "headline.scorecard", "progress.work",
        "work.plan", "failure.retry", "files.hash", "files.reason", "files.records", "history.run", "history.reason",
        "history.changes", "history.scorecard", "history.effect", "history.seconds", "effect.after", "change.before",
        "change.after", "fields.older", "fields.newer", "fields.at", "change.older_need", "change.newer_need",
        "problems.allowed", "places.found", "places.suggestion", "places.others",
    },
}
FIXED_COLUMNS = {
    "benefit", "invested", "reciprocity_met", "lowest_level", "mean_level", "gini",
    "largest_pair_share", "pairings", "person_months", "distance",
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def places(value, path=()):
    """Every place of a document, outermost first."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, path + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, path + (index,))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def kind(document, path):
    """A place without what tells it from others of its kind; stages and rules differ by name."""
    steps = []
    for end, step in enumerate(path):
        around = at(document, path[:end])
        named = around.get("stage") or around.get("rule") if isinstance(around, dict) else None
        if isinstance(named, dict):
            named = named.get("rule")
        is_map = in_map(path[:end + 1])
        steps.append((named, "*" if isinstance(step, int) or is_map else step))
    return tuple(steps)


def in_map(path):
    """Whether the last key of a place is data."""
    return len(path) > 1 and path[-2] in MAPS or len(path) > 2 and path[-3] in NESTED


def of_another_type(value):
    return 7 if value is None or isinstance(value, (str, bool, list, dict)) else "seven"


def damages(document):
    """Pairs of words and a document with one damage."""
    seen = set()
    for path in places(document):
        if kind(document, path) in seen:
            continue
        seen.add(kind(document, path))
        value = at(document, path)
        name = path[-1] if path else None
        of_map = in_map(path)
        is_indicator = len(path) > 1 and path[-2] == "scorecard" and name not in FIXED_COLUMNS

        def damaged(change):
            other = copy.deepcopy(document)
            change(other)
            return other

        def put(new):
            return damaged(lambda other: at(other, path[:-1]).__setitem__(name, new))

        # A number may stand where nothing is known, and a text where there is nothing to say.
        wrong = [False, [7]] if value is None else [of_another_type(value)]
        if path:
            for new in wrong:
                yield f"{path} as {new!r}", put(new)
        # The money at stake of an earlier version need not be known.
        around = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
        may_miss = bool({name, f"{around}.{name}"} & OPTIONAL[document["format"]]) or name == "money" and "whole" in at(document, path[:-1])
        if isinstance(name, str) and not (of_map or is_indicator or may_miss):
            yield f"{path} taken away", damaged(lambda other: at(other, path[:-1]).pop(name))
        if isinstance(value, dict) and name not in MAPS and not (of_map and path[-2] in NESTED):
            new = "seven" if name == "scorecard" else 7
            yield f"{path} with another key", damaged(
                lambda other: at(other, path).__setitem__("unheard_of", new))


def main(task, schema, *documents):
    schema = read(schema)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    if task == "valid":
        for path in documents:
            for error in validator.iter_errors(read(path)):
                print(f"{path}: {list(error.absolute_path)}: {error.message[:300]}")
    else:
        document = read(documents[0])
        count = 0
        for words, damaged in damages(document):
            count += 1
            if validator.is_valid(damaged):
                print(words)
        print(f"{count} damages", file=sys.stderr)


main(*sys.argv[1:])
