"""Writes data/starter/starter.jsonl, bounds.csv and meta.json from the official files and the hand-kept lists."""

import csv
import json
import pathlib
import re
import sys

import official

PROJECT = pathlib.Path(__file__).resolve().parents[2]
STARTER = PROJECT / "data" / "starter"
DATASETS = {  # prefix of the id: dataset, reader
    "ofac": ("us_ofac_sdn", official.ofac),
    "un": ("un_sc_sanctions", official.un),
    "ofsi": ("gb_hmt_sanctions", official.ofsi),
    "ca": ("ca_dfatd_sema_sanctions", official.canada),
}
STATED_PREFIX = {"eu_fsf": "eu", "gb_fcdo_sanctions": "gb", "kr_notices": "kr", "us_ofac_sdn": "ofac"}
SNAPBACK_NOTE = ("The file gives {} as the date of listing; the measures ended on 2016-01-16 and applied again from "
                 "2025-09-28. The date is left out here: only the versions bound it.")
DAY_NOTE = "Listed: the day is general knowledge, not seen in a published list."


def read_csv(name):
    with open(STARTER / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def party_of(name):
    return re.sub("[^a-z]+", "-", name.casefold()).strip("-")


def native_aliases(entity, party, native):
    have = {value.casefold() for name in ("name", "alias") for value in entity.properties.get(name, [])}
    for name in native.get(party, []):
        if name.casefold() not in have:
            entity.properties.setdefault("alias", []).append(name)


def chosen_entities(root):
    chosen = read_csv("chosen.csv")
    party = {row["id"]: row["party"] for row in chosen}
    entities = {}
    for prefix, (_, read) in DATASETS.items():
        keys = {ident.split("-", 1)[1] for ident in party if ident.startswith(prefix + "-")}
        found = read(root, keys)
        if missing := keys - found.keys():
            sys.exit(f"{prefix}: not in the official files: {sorted(missing)}")
        entities |= {f"{prefix}-{key}": entity for key, entity in found.items()}
    return {ident: (party[ident], entities[ident]) for ident in party}


def stated_entities(root, entities):
    """Puts the dates of listing_dates.csv on the records that are there; makes records of what it states of others."""
    with open(root / "listing_dates.csv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["list"] in ("un_sc_sanctions", "ca_dfatd_sema_sanctions"):
                continue
            prefix = STATED_PREFIX[row["list"]]
            ident = f"{prefix}-{row['list_id'] or party_of(row['name'])}"
            if ident not in entities:
                entity = official.Entity(ident, "Person", row["list"])
                entity.add("name", row["name"])
                entity.add("program", row["program"])
                urls = re.findall(r"https?://[^\s;]+", row["source"])
                if urls:
                    entity.add("sourceUrl", urls[-1])
                entities[ident] = (party_of(row["name"]), entity)
            entity = entities[ident][1]
            entity.properties["listingDate"] = [row["listed_from"]]
            if row["confidence"] == "M":
                entity.properties["notes"] = [DAY_NOTE]


def set_aside_snapback_dates(entities):
    for ident, (_, entity) in entities.items():
        if ident.startswith("un-IR"):
            date = entity.properties.pop("listingDate")[0]
            entity.properties["notes"] = [SNAPBACK_NOTE.format(date)]


def write_entities(entities, native):
    with open(STARTER / "starter.jsonl", "w", encoding="utf-8") as stream:
        for ident, (party, entity) in entities.items():
            native_aliases(entity, party, native)
            entity.properties["topics"] = ["sanction"]
            record = {"id": ident, "schema": entity.schema, "properties": entity.properties,
                      "datasets": [entity.dataset]}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def version_bounds(key, versions):
    """Last version before the first with the record, and that first one. A record that comes and goes counts from
    its latest spell."""
    after = by = ""
    for version, keys in versions:
        if key in keys:
            by = by or version
        else:
            after, by = version, ""
    return after, by


def write_bounds(root, entities):
    sdn = [(version, official.ofac_ids(root, version)) for version in official.SDN_VERSIONS]
    un = [(version, {key for key, _ in official.un_records(root, version)}) for version in official.UN_VERSIONS]
    trade = {row["entity_number"] for row in official.trade_list(root)}
    with open(STARTER / "bounds.csv", "w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(["id", "listed_after", "listed_by", "after_source", "by_source"])
        for ident, (_, entity) in entities.items():
            prefix, key = ident.split("-", 1)
            sources = {"us_ofac_sdn": sdn, "un_sc_sanctions": un}.get(entity.dataset)
            if sources is None:
                continue
            after, by = version_bounds(key, sources)
            by_source = entity.dataset
            if entity.dataset == "us_ofac_sdn" and key in trade and official.CSL_VERSION < by:
                by, by_source = official.CSL_VERSION, "us_trade_csl"
            out.writerow([ident, after, by, after and f"{entity.dataset}@{after}", by and f"{by_source}@{by}"])


def write_meta(entities):
    published = {"us_ofac_sdn": official.SDN_FACTS, "un_sc_sanctions": official.UN_FACTS,
                 "gb_hmt_sanctions": official.OFSI_VERSION, "ca_dfatd_sema_sanctions": official.CANADA_VERSION}
    versions = {"us_ofac_sdn": official.SDN_VERSIONS, "un_sc_sanctions": official.UN_VERSIONS}
    stated = "stated one by one from published reports, not from a list file"
    meta = {"notice": "starter list, not for compliance use", "records": len(entities),
            "parties": len({party for party, _ in entities.values()}), "datasets": {}}
    for _, entity in entities.values():
        first = {"published": published.get(entity.dataset), "records": 0}
        dataset = meta["datasets"].setdefault(entity.dataset, first)
        dataset["records"] += 1
        if entity.dataset in versions:
            dataset["versions"] = versions[entity.dataset]
        if entity.dataset not in published:
            dataset["basis"] = stated
            dataset["published"] = max(dataset["published"] or "", entity.properties["listingDate"][0])
    meta["datasets"]["us_ofac_sdn"]["aliases_and_addresses"] = {
        "sdn": official.SDN_ALIASES, "us_trade_csl": official.CSL_VERSION}
    (STARTER / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def main():
    root = pathlib.Path(sys.argv[1]) / "lists"
    native = {}
    for row in read_csv("native_names.csv"):
        native.setdefault(row["party"], []).append(row["name"])
    entities = chosen_entities(root)
    stated_entities(root, entities)
    set_aside_snapback_dates(entities)
    write_entities(entities, native)
    write_bounds(root, entities)
    write_meta(entities)


if __name__ == "__main__":
    main()
