#include "story/dossier_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/dossier_for_test.h"
#include "story/dossier_goods.h"

namespace vedette::story {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string json_of(const Dossier& dossier) {
  JsonWriter json;
  write_json(json, dossier);
  return json.take();
}

TEST(DossierJson, HasEveryMemberOfTheContract) {
  const std::string json = json_of(made_up_dossier());
  for (
      const char* member :
      {"\"story\": {\"id\": \"port\", \"title\": \"Northland minister visits Esperia port\", \"outlet\": \"Quay News\"",
       "\"published\": \"2024-05-15\", \"language\": \"en\", \"sha256\": \"",
       "{\"name\": \"Ilja Torvald\", \"aliases\": [\"Torvald\"], \"roles\": [{\"title\": \"Defence Minister\", \"of\": "
       "\"Northland\"}]",
       "\"listed\": [{\"id\": \"un-1\", \"list\": \"un_sc_sanctions\", \"caption\": \"TORVALD Ilja\", \"score\": 0.97, "
       "\"programs\": [\"NORTH\"], \"listed_from\": \"2016-03-02\", \"listed_after\": null, \"listed_by\": null, "
       "\"basis\": "
       "\"list\", \"listed_on_story_date\": true, \"explanation\": \"same name in another order\"}]",
       "{\"name\": \"Esperian Army\", \"aliases\": [], \"kind\": \"military\", \"country\": null",
       "{\"name\": \"Blue Heron\", \"aliases\": [], \"imo\": \"9179842\", \"flag\": null",
       "{\"name\": \"Port Solano\", \"kind\": \"city\", \"country\": null, \"lat\": 38.7, \"lon\": -9.1",
       "\"id\": \"e2\", \"type\": \"TRANSFER\"",
       "\"actors\": [\"Northland\"], \"recipients\": [\"Esperia\"], \"goods\": "
       "[\"artillery shells\"], \"place\": null, \"when\": {\"text\": \"next month\", \"start\": \"2024-06-01\", "
       "\"end\": "
       "\"2024-06-30\"}, \"status\": \"planned\", \"according_to\": [\"Ilja Torvald\"], \"trigger\": \"send\", "
       "\"same_as\": null",
       "\"same_as\": \"e2\"", "\"mode\": \"direct\", \"verb\": \"said\", \"quote\": \"The shells are on their way,\"",
       "\"stated_km\": 500, \"measured_km\": 526, \"agrees\": true",
       "{\"event\": \"e2\", \"provision\": \"S/RES/0000 (2020) OP7\", \"level\": \"would_touch\"", "\"verified\": true",
       "{\"list\": \"un_sc_sanctions\", \"version\": \"un_sc_sanctions@2024-05-01\"", "{\"code\": \"starter-list\""}) {
    EXPECT_THAT(json, HasSubstr(member));
  }
}

TEST(DossierJson, TellsGoodsOnceWithAllTheirMentions) {
  DossierBuilder b("Two rockets came. The Rockets were old. A rocket engine and 122 mm rockets followed.");
  b.goods("rockets");
  b.goods("Rockets");
  b.goods("rocket engine");
  b.dossier().goods[1].count = 2;
  EXPECT_THAT(goods_groups(b.dossier()), ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
  EXPECT_THAT(first_goods(b.dossier()), ElementsAre(0, 0, 2));
  EXPECT_THAT(json_of(b.dossier()),
              AllOf(HasSubstr("{\"text\": \"rockets\", \"term\": null, \"codes\": [], \"count\": 2"),
                    HasSubstr("\"mentions\": [[4, 11], [22, 29]]")));
}

TEST(DossierJson, SaysWhatIsNotKnown) {
  DossierBuilder b("Ana Torwald left.");
  const auto ana = b.actor({.kind = ActorKind::kPerson, .name = "Ana Torwald"});
  b.dossier().listed.actors[ana].screened = true;
  b.dossier().listed.actors[ana].hits.emplace_back();
  EXPECT_THAT(json_of(b.dossier()),
              AllOf(HasSubstr("\"listed_on_story_date\": null"), HasSubstr("\"published\": null")));
}

}  // namespace
}  // namespace vedette::story
