"""Records of the official list files, as FollowTheMoney dictionaries.

One function a list; each takes the folder of official files and the wanted keys, and returns {key: entity}. Only what
the starter list states is read: the product's own readers are in src/lists.
"""

import csv
import gzip
import io
import re
import xml.etree.ElementTree as ElementTree

SDN_VERSIONS = ["2019-01", "2021-07", "2021-08-18", "2022-02-17", "2022-02-28", "2023-12-28", "2024-05-03"]
UN_VERSIONS = ["2018-06-07", "2018-06-21", "2025-04-19", "2025-11-15", "2025-11-20"]
SDN_FACTS, SDN_ALIASES = "2024-05-03", "2021-07"
UN_FACTS = "2025-11-20"
CSL_VERSION, OFSI_VERSION, CANADA_VERSION = "2022-04-21", "2018-04-13", "2025-03"

COUNTRIES = {  # as the official files write them; a name that is not here stops the making of the list
    "br": ["Brazil"],
    "cn": ["China"],
    "de": ["Germany"],
    "eg": ["Egypt"],
    "ir": ["Iran (Islamic Republic of)", "Iran"],
    "kp": ["Democratic People's Republic of Korea", "Korea, North", "North Korea", "DPRK"],
    "kw": ["Kuwait"],
    "my": ["Malaysia"],
    "pa": ["Panama"],
    "pe": ["Peru"],
    "ru": ["Russia", "Russian Federation"],
    "sg": ["Singapore"],
    "sk": ["Slovakia"],
    "sy": ["Syria", "Syrian Arab Republic"],
    "th": ["Thailand"],
}
OFSI_PAGE = "https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets"
CANADA_PAGE = ("https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/"
               "consolidated-consolide.aspx?lang=eng")
CODE_OF = {name.casefold(): code for code, names in COUNTRIES.items() for name in names}
MONTHS = {name: number for number, name in enumerate(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


class UnknownCountry(ValueError):
    pass


def country(text):
    code = CODE_OF.get(fold(text).casefold())
    if code is None:
        raise UnknownCountry(text)
    return code


def fold(text):
    return " ".join((text or "").replace("\u00a0", " ").split())


class Entity:
    """Collects values in order, each once."""

    def __init__(self, key, schema, dataset):
        self.key, self.schema, self.dataset, self.properties = key, schema, dataset, {}

    def add(self, name, value):
        value = fold(value)
        if value and value not in self.properties.setdefault(name, []):
            self.properties[name].append(value)

    def tidy(self):
        """Drops an alias that only repeats a name, and empty lists."""
        seen = set()
        for name in ("name", "alias", "weakAlias", "previousName"):
            kept = []
            for value in self.properties.get(name, []):
                if value.casefold() not in seen:
                    kept.append(value)
                    seen.add(value.casefold())
            self.properties[name] = kept
        self.properties = {name: values for name, values in self.properties.items() if values}
        return self


def ofac_rows(root, version, file_name="sdn.csv"):
    path = root / "us-ofac-sdn" / version / file_name
    if not path.exists():
        return
    text = path.read_text(encoding="latin-1").replace("\x1a", "")
    for row in csv.reader(io.StringIO(text, newline="")):
        if row:
            yield ["" if cell.strip() == "-0-" else cell.strip() for cell in row]


def ofac_ids(root, version):
    return {row[0] for row in ofac_rows(root, version)}


def ofac_date(text):
    """'08 Jan 1984', 'Dec 1955', 'circa 1947', '01 Jan 1948 to 31 Dec 1948' to ISO; '' if it is none of these."""
    text = text.strip()
    if " to " in text:
        first, last = (ofac_date(part) for part in text.split(" to ", 1))
        if first[4:] == "-01-01" and last[4:] == "-12-31":
            return first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}"
        return f"{first}/{last}"
    match = re.fullmatch(r"(?:circa )?(?:(?:(\d\d) )?([A-Z][a-z][a-z]) )?(\d{4})", text)
    if not match:
        return ""
    day, month, year = match.groups()
    parts = [year] + ([f"{MONTHS[month]:02}"] if month else []) + ([day] if day else [])
    return "-".join(parts)


def ofac_names(entity, remarks):
    for kind, name in re.findall(r"([af])\.k\.a\. '(.+?)'(?=[;.]|$)", remarks):
        entity.add("weakAlias" if kind == "a" else "previousName", name)


def without_cut_end(remarks):
    """A remark that fills its 1,000 characters may end inside a value: that value is left out."""
    if len(remarks) >= 1000 and not remarks.endswith("."):
        return remarks.rsplit("; ", 1)[0]
    return remarks


DOCUMENTS = [
    (r"Passport (.+?)(?= \(| issued| expires|$)", "passportNumber"),
    (r"(?:National ID No\.|Identification Number) (?!IMO )(.+?)(?= \(| issued| expires|$)", "idNumber"),
    (r"(?:Registration Number|Registration ID|Business Registration Number) (.+?)(?= \(|$)", "registrationNumber"),
    (r"Tax ID No\. (.+?)(?= \(|$)", "taxNumber"),
    (r"Unified Social Credit Code \(USCC\) (\S+)", "uscCode"),
    (r"SWIFT/BIC (\S+)", "swiftBic"),
    (r"BIK \(RU\) (\S+)", "bikCode"),
    (r"MMSI (\S+)", "mmsi"),
    (r"(?:Vessel Registration Identification|Identification Number (?=IMO))\s*(?:IMO)?\s+(\d{7})", "imoNumber"),
    (r"Website (\S+)", "website"),
    (r"Digital Currency Address - \S+ (\S+)", "walletAddress"),
    (r"Linked To: (.+)", "linkedTo"),
    (r"POB (.+)", "birthPlace"),
]


def ofac_remarks(entity, remarks):
    ofac_names(entity, remarks)
    for part in remarks.removesuffix(".").split("; "):
        part = part.removeprefix("alt. ")
        for pattern, name in DOCUMENTS:
            if match := re.match(pattern, part):
                entity.add(name, match.group(1).rstrip(",;"))
        if match := re.fullmatch(r"DOB (.+)", part):
            entity.add("birthDate", ofac_date(match.group(1)))
        elif match := re.fullmatch(r"(nationality|citizen) (.+)", part):
            entity.add("nationality" if match.group(1) == "nationality" else "citizenship", country(match.group(2)))
        elif match := re.fullmatch(r"Gender (Male|Female)", part):
            entity.add("gender", match.group(1).lower())
        elif match := re.fullmatch(r"Organization Established Date (.+)", part):
            entity.add("incorporationDate", ofac_date(match.group(1)))
        elif match := re.fullmatch(r"Vessel Year of Build (\d{4})", part):
            entity.add("buildDate", match.group(1))


def ofac(root, wanted):
    kinds = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
    found = {}
    for row in ofac_rows(root, SDN_FACTS):
        key, name, kind, programs, title, call_sign, vessel_type, tonnage, gross, flag, owner, remarks = row[:12]
        if key not in wanted:
            continue
        entity = found[key] = Entity(key, kinds[kind], "us_ofac_sdn")
        entity.add("name", name)
        ofac_remarks(entity, without_cut_end(remarks))
        entity.add("position", title)
        entity.add("callSign", call_sign)
        entity.add("type", vessel_type)
        entity.add("tonnage", tonnage)
        entity.add("grossRegisteredTonnage", gross)
        entity.add("owner", owner)
        if flag:
            entity.add("flag", country(flag))
        for program in programs.split("] ["):
            entity.add("program", program)
        entity.add("sourceUrl", f"https://sanctionssearch.ofac.treas.gov/Details.aspx?id={key}")
    ofac_aliases(root, found)
    return {key: entity.tidy() for key, entity in found.items()}


def ofac_aliases(root, found):
    """Aliases and addresses are files of their own, at hand for 2021-07 only; the trade list of 2022-04-21 repeats them
    for records that are younger."""
    for row in ofac_rows(root, SDN_ALIASES, "alt.csv"):
        if row[0] in found:
            found[row[0]].add("previousName" if row[2] == "fka" else "alias", row[3])
    for row in ofac_rows(root, SDN_ALIASES, "add.csv"):
        if row[0] in found:
            if any(row[2:4]):
                found[row[0]].add("address", ", ".join(part for part in row[2:5] if part))
            if row[4]:
                found[row[0]].add("country", country(row[4]))
    old = ofac_ids(root, SDN_ALIASES)
    for row in trade_list(root):
        entity = found.get(row["entity_number"])
        if entity is None or row["entity_number"] in old:
            continue
        weak = {value.casefold() for value in entity.properties.get("weakAlias", [])}
        for name in row["alt_names"].split("; "):
            if name.casefold() not in weak:
                entity.add("alias", name)
        for address in row["addresses"].split("; "):
            code = address.rsplit(", ", 1)[-1].lower()
            if ", " in address:
                entity.add("address", address)
            if re.fullmatch("[a-z]{2}", code):
                entity.add("country", code)


def trade_list(root):
    with gzip.open(root / "us-csl" / f"{CSL_VERSION}.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["source"].startswith("Specially Designated Nationals"):
                yield row


def un_records(root, version):
    tree = ElementTree.parse(root / "un" / f"{version}.xml")
    for node in tree.iter():
        if node.tag in ("INDIVIDUAL", "ENTITY"):
            yield fold(node.findtext("REFERENCE_NUMBER")), node


def un_date(node):
    kind, date, year = (node.findtext(tag) for tag in ("TYPE_OF_DATE", "DATE", "YEAR"))
    if kind == "BETWEEN":
        return f"{node.findtext('FROM_YEAR')}/{node.findtext('TO_YEAR')}"
    return fold(date)[:10] or fold(year)


def un_address(node):
    parts = [fold(node.findtext(tag)) for tag in ("STREET", "CITY", "STATE_PROVINCE")]
    return ", ".join(part for part in [*parts, fold(node.findtext("COUNTRY"))] if part) if any(parts) else ""


def un_alias(entity, node):
    quality = fold(node.findtext("QUALITY"))
    name = {"Low": "weakAlias", "f.k.a.": "previousName"}.get(quality, "alias")
    for value in fold(node.findtext("ALIAS_NAME")).split("; "):
        entity.add(name, value.strip("\"“” "))


def un_document(entity, node):
    kind = fold(node.findtext("TYPE_OF_DOCUMENT"))
    entity.add("passportNumber" if "pas" in kind.casefold() else "idNumber",
               node.findtext("NUMBER"))


def un(root, wanted):
    found = {}
    for key, node in un_records(root, UN_FACTS):
        if key not in wanted:
            continue
        entity = found[key] = Entity(key, "Person" if node.tag == "INDIVIDUAL" else "Organization", "un_sc_sanctions")
        entity.add("name", " ".join(fold(node.findtext(f"{part}_NAME")) for part in
                                    ("FIRST", "SECOND", "THIRD", "FOURTH")))
        for value in node.findall("NATIONALITY/VALUE"):
            if fold(value.text):
                entity.add("nationality", country(value.text))
        for value in node.findall("DESIGNATION/VALUE"):
            entity.add("position", value.text)
        for child in node:
            if child.tag.endswith("_ALIAS"):
                un_alias(entity, child)
            elif child.tag == "INDIVIDUAL_DATE_OF_BIRTH":
                entity.add("birthDate", un_date(child))
            elif child.tag.endswith("_ADDRESS"):
                entity.add("address", un_address(child))
                if fold(child.findtext("COUNTRY")):
                    entity.add("country", country(child.findtext("COUNTRY")))
            elif child.tag == "INDIVIDUAL_DOCUMENT":
                un_document(entity, child)
        if match := re.search(r"Gender: (male|female)", fold(node.findtext("COMMENTS1"))):
            entity.add("gender", match.group(1))
        entity.add("program", node.findtext("UN_LIST_TYPE"))
        entity.add("listingDate", node.findtext("LISTED_ON"))
        entity.add("unscId", key)
        entity.add("sourceUrl", "https://scsanctions.un.org/resources/xml/en/consolidated.xml")
        entity.tidy()
    return found


def ofsi_rows(root):
    path = root / "uk" / f"ofsi-conlist-{OFSI_VERSION}.csv"
    with open(path, encoding="cp1252", newline="") as stream:
        next(stream)
        yield from csv.DictReader(stream)


def slashed_date(text):
    """'00/00/1948' to '1948', '04/04/1960' to '1960-04-04'."""
    match = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text.strip())
    if not match:
        return ""
    day, month, year = match.groups()
    return "-".join([year] + [part for part in (month, day) if part != "00"])


def ofsi(root, wanted):
    found = {}
    rows = [row for row in ofsi_rows(root) if row["Group ID"] in wanted]
    for row in sorted(rows, key=lambda row: row["Alias Type"] != "Prime Alias"):
        key = row["Group ID"]
        person = row["Group Type"] == "Individual"
        entity = found.setdefault(key, Entity(key, "Person" if person else "Organization", "gb_hmt_sanctions"))
        name = " ".join(row[f"Name {part}"] for part in (1, 2, 3, 4, 5, 6))
        entity.add({"Prime Alias": "name", "FKA": "previousName"}.get(row["Alias Type"], "alias"), name)
        entity.add("birthDate", slashed_date(row["DOB"]))
        entity.add("position", row["Position"])
        if fold(row["Nationality"]) and person:
            entity.add("nationality", country(row["Nationality"]))
        if fold(row["Country"]):
            entity.add("country", country(row["Country"]))
        entity.add("address", ", ".join(fold(row[f"Address {part}"]) for part in range(1, 7)
                                        if fold(row[f"Address {part}"])))
        entity.add("program", row["Regime"])
        entity.add("listingDate", slashed_date(row["Listed On"]))
        entity.add("sourceUrl", OFSI_PAGE)
    return {key: entity.tidy() for key, entity in found.items()}


def canada_key(record):
    """Country, schedule and item, as the program's own reader has them: 'ru-1part1-505'."""
    regulation = fold((record.findtext("Country") or "").split("/")[0]).casefold()
    parts = (CODE_OF.get(regulation, regulation), record.findtext("Schedule"), record.findtext("Item"))
    return "-".join(slug for part in parts if (slug := re.sub(r"[^a-z0-9.]", "", (part or "").casefold())))


def canada_records(root):
    for record in ElementTree.parse(root / "ca-sema" / f"{CANADA_VERSION}.xml").getroot():
        yield canada_key(record), record


def canada(root, wanted):
    found = {}
    for key, record in canada_records(root):
        if key not in wanted:
            continue
        text = {child.tag: fold(child.text) for child in record}
        body = text.get("EntityOrShip", "")
        schema = "Person" if not body else "Vessel" if "ShipIMONumber" in text else "Organization"
        entity = found[key] = Entity(key, schema, "ca_dfatd_sema_sanctions")
        entity.add("name", body.split("/")[0] if body else f"{text.get('GivenName', '')} {text.get('LastName', '')}")
        for alias in re.split(r"[;,/]| or | et ", text.get("Aliases", "")):
            entity.add("alias", alias.strip())
        born = text.get("DateOfBirthOrShipBuildDate", "")
        entity.add("birthDate" if schema == "Person" else "buildDate", born)
        entity.add("imoNumber", text.get("ShipIMONumber"))
        if schema == "Vessel":
            entity.add("type", text.get("TitleOrShip"))
        regulation = text["Country"].split("/")[0]
        entity.add("country", country(regulation) if schema != "Vessel" else "")
        entity.add("program", regulation)
        entity.add("listingDate", text["DateOfListing"])
        entity.add("sourceUrl", CANADA_PAGE)
        entity.tidy()
    return found
