#include "cli/table.h"

#include <gtest/gtest.h>

namespace vedette::cli {
namespace {

Table names() {
  Table table({{.title = "SCORE", .align = Align::kRight}, {.title = "WHO", .flexible = true}, {.title = "LIST"}});
  table.add_row({{"1.00"}, {"김정은"}, {"UN"}});
  table.add_row({{"0.9"}, {"Kim Jong Un"}, {"US SDN"}});
  return table;
}

TEST(Table, AlignsByDisplayWidth) {
  EXPECT_EQ(names().render({}),
            "  SCORE  WHO          LIST\n"
            "   1.00  김정은       UN\n"
            "    0.9  Kim Jong Un  US SDN\n");
}

TEST(Table, WrapsFlexibleColumnsToTheTerminal) {
  Table table({{.title = "WHO", .flexible = true}, {.title = "LIST"}}, 0);
  table.add_row({{"a very long name of a body"}, {"UN"}});
  EXPECT_EQ(table.render({.width = 19}),
            "WHO            LIST\n"
            "a very long    UN\n"
            "name of a\n"
            "body\n");
}

TEST(Table, NeverCutsWhatCannotBeWrapped) {
  Table table({{.title = "ID"}}, 0);
  table.add_row({{"a-very-long-identifier"}});
  EXPECT_EQ(table.render({.width = 8}), "ID\na-very-long-identifier\n");
}

TEST(Table, ColoursTheTextAndNotThePadding) {
  Table table({{.title = "A"}, {.title = "B"}}, 0);
  table.add_row({{"x", Tone::kAlarm}, {"y"}});
  EXPECT_EQ(table.render({.style = Style(true)}), "\x1b[2mA\x1b[0m  \x1b[2mB\x1b[0m\n\x1b[1;31mx\x1b[0m  y\n");
}

TEST(Table, TakesNoOrdersFromItsData) {
  Table table({{.title = "WHO"}}, 0);
  table.add_row({{"a\x1b[2J\nb"}});
  EXPECT_EQ(table.render({}), "WHO\na [2J b\n");
}

}  // namespace
}  // namespace vedette::cli
