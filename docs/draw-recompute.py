#!/usr/bin/env python3
"""Recomputes who was drawn. Usage: draw-recompute.py plan.json frame.txt seed.json result.json"""
import hashlib, json, sys

def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()

plan, frame, seed, result = json.loads(read(sys.argv[1])), read(sys.argv[2]), *map(json.loads, map(read, sys.argv[3:5]))
rows = sorted((line.split("\t") for line in frame.removesuffix("\n").split("\n")), key=lambda row: "\t".join(row).encode())
digest = sha256(json.dumps(plan, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
value = {"dice": "rolls", "reveal": "value", "beacon": "signature", "checkpoint": "root"}
number = sha256("|".join([seed["leaf"]] + [part[value[part["source"]]] for part in seed["parts"]]))
order = sorted((sha256("\n".join(["yinuo/draw/v1", number, row[0], row[1]])), row[0], row[1]) for row in rows)
picks, waiting = [], {}
for stratum in plan["strata"]:
    tickets = [{"stratum": s, "id": i, "ticket": t} for t, s, i in order if s == stratum["id"]]
    picks += tickets[:stratum["draw"]]
    waiting[stratum["id"]] = [one["id"] for one in tickets[stratum["draw"]:]]
by = [waiting[next(row[0] for row in rows if row[1] == one["id"])].pop(0) for one in result["replaced"] if "subject" not in one]
checks = {"plan": digest == seed["plan"] == result["plan"], "leaf": seed["leaf"] == result["leaf"], "seed": number == result["seed"],
    "frame": sha256("\n".join("\t".join(row) for row in rows)) == plan["frame"], "picks": picks == result["picks"],
    "replaced": by == [one["by"] for one in result["replaced"] if "subject" not in one]}
print("\n".join([one["id"] for one in picks] + [f"{name}: {'matches' if same else 'DIFFERS'}" for name, same in checks.items()]))
sys.exit(0 if all(checks.values()) else 1)
