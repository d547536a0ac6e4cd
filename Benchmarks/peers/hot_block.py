"""Gives all rows of a municipality's stage files one value: a key that everybody shares.

    hot_block.py FOLDER TARGET phone|surname|address
"""

import csv
import gzip
import os
import shutil
import sys

COLUMNS = {
    "phone": ["phone"],
    "surname": ["surname"],
    "address": [
        "postcode", "house_number", "house_letter", "house_addition", "street", "address_key",
    ],
}


def main(folder, target, key):
    shutil.copytree(folder, target, dirs_exist_ok=True)
    path = os.path.join(target, "normalised.csv.gz")
    with gzip.open(os.path.join(folder, "normalised.csv.gz"), "rt", newline="") as source:
        lines = list(csv.reader(source))
    places = [lines[0].index(name) for name in COLUMNS[key]]
    # Those of the first row that knows them all but letter and addition.
    known = [place for place, name in zip(places, COLUMNS[key]) if not name.startswith("house_a")
             and name != "house_letter"]
    shared = next(line for line in lines[1:] if all(line[place] for place in known))
    with gzip.open(path, "wt", compresslevel=1, newline="") as sink:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(lines[0])
        for line in lines[1:]:
            for place in places:
                line[place] = shared[place]
            writer.writerow(line)


main(*sys.argv[1:])
