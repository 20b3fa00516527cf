// Names for property tests: words that exercise every table and script, and random ones over a small alphabet.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "entity/schema.h"

namespace vedette::match::testing {

inline rc::Gen<std::string> arbitrary_word() {
  return rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::elementOf(std::string("aabehkmnos"))),
                        rc::gen::elementOf(std::vector<std::string>{"Mohammad",
                                                                    "Muhammed",
                                                                    "al",
                                                                    "bin",
                                                                    "Abd",
                                                                    "Rahman",
                                                                    "Abdulrahman",
                                                                    "George",
                                                                    "W",
                                                                    "J.",
                                                                    "Bush",
                                                                    "Kim",
                                                                    "Jong",
                                                                    "Un",
                                                                    "Jongun",
                                                                    "Ким",
                                                                    "Чен",
                                                                    "Ын",
                                                                    "김정은",
                                                                    "习近平",
                                                                    "محمد",
                                                                    "Bank",
                                                                    "Ltd",
                                                                    "LLC",
                                                                    "АО",
                                                                    "Company",
                                                                    "III",
                                                                    "3",
                                                                    "third",
                                                                    "North",
                                                                    "Korea",
                                                                    "of",
                                                                    "the",
                                                                    "Islamic",
                                                                    "Revolutionary",
                                                                    "Guard",
                                                                    "Corps",
                                                                    "IRGC",
                                                                    "Vladimirovich",
                                                                    "Dr",
                                                                    "Sheikh",
                                                                    "Qaida",
                                                                    "Qaeda",
                                                                    "Alqaida",
                                                                    "Putin",
                                                                    "Pulin",
                                                                    "A.B.C.",
                                                                    "O'Brien",
                                                                    "van",
                                                                    "der",
                                                                    "Bilt",
                                                                    "Vanderbilt",
                                                                    "-",
                                                                    ",",
                                                                    "/",
                                                                    "פרץ",
                                                                    "Pérez",
                                                                    "بيريز",
                                                                    "Bill",
                                                                    "William",
                                                                    "Straße",
                                                                    "Ægir",
                                                                    "S3chin",
                                                                    "Sechin",
                                                                    "2007-1",
                                                                    "№",
                                                                    "ب",
                                                                    "x",
                                                                    "李",
                                                                    "한"}));
}

inline rc::Gen<std::string> arbitrary_name() {
  return rc::gen::map(rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(arbitrary_word())),
                      [](const std::vector<std::string>& words) {
                        std::string name;
                        for (const std::string& word : words) {
                          if (!name.empty()) name += ' ';
                          name += word;
                        }
                        return name;
                      });
}

inline rc::Gen<Schema> arbitrary_schema() {
  return rc::gen::element(Schema::kPerson, Schema::kLegalEntity, Schema::kOrganization, Schema::kCompany,
                          Schema::kVessel);
}

}  // namespace vedette::match::testing
