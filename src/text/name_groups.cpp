#include "text/name_groups.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"
#include "text/embed.h"
#include "text/name_table.h"

VEDETTE_EMBED(compiled_names, VEDETTE_NAME_TABLE)

namespace vedette::text {
namespace {

// Views into the embedded table, which the build made and its tests checked.
class NameTable {
 public:
  NameTable() {
    const char* at = compiled_names().data();
    const auto* header = reinterpret_cast<const NameTableHeader*>(at);
    const auto* words = reinterpret_cast<const uint32_t*>(at + sizeof(NameTableHeader));
    const auto take = [&](size_t count) {
      const std::span<const uint32_t> part(words, count);
      words += count;
      return part;
    };
    slots_ = take(header->slots);
    text_offsets_ = take(header->forms + 1);
    group_offsets_ = take(header->forms + 1);
    group_ids_ = take(header->group_ids);
    latin_offsets_ = take(header->forms + 1);
    latin_links_ = take(header->latin_links);
    commonness_ = take(header->forms);
    text_ = {reinterpret_cast<const char*>(words), header->text_bytes};
  }

  std::optional<uint32_t> find(std::string_view form) const {
    const size_t mask = slots_.size() - 1;
    for (size_t slot = checksum64(form) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
      if (text_of(slots_[slot] - 1) == form) return slots_[slot] - 1;
    }
    return std::nullopt;
  }
  std::string_view text_of(uint32_t form) const {
    return text_.substr(text_offsets_[form], text_offsets_[form + 1] - text_offsets_[form]);
  }
  std::span<const uint32_t> groups_of(uint32_t form) const {
    return group_ids_.subspan(group_offsets_[form], group_offsets_[form + 1] - group_offsets_[form]);
  }
  std::span<const uint32_t> latin_of(uint32_t form) const {
    return latin_links_.subspan(latin_offsets_[form], latin_offsets_[form + 1] - latin_offsets_[form]);
  }
  double commonness_of(uint32_t form) const { return commonness_[form] / 1000.0; }

 private:
  std::span<const uint32_t> slots_, text_offsets_, group_offsets_, group_ids_, latin_offsets_, latin_links_,
      commonness_;
  std::string_view text_;
};

const NameTable& table() {
  static const NameTable names;
  return names;
}

}  // namespace

std::span<const uint32_t> name_groups(std::string_view folded_form) {
  const auto form = table().find(folded_form);
  return form ? table().groups_of(*form) : std::span<const uint32_t>();
}

bool share_name_group(std::string_view folded_a, std::string_view folded_b) {
  const auto a = name_groups(folded_a), b = name_groups(folded_b);
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

std::vector<std::string_view> latin_forms(std::string_view folded_form, size_t limit) {
  std::vector<std::string_view> forms;
  if (const auto form = table().find(folded_form)) {
    for (const uint32_t link : table().latin_of(*form)) {
      if (forms.size() < limit) forms.push_back(table().text_of(link));
    }
  }
  return forms;
}

double commonness(std::string_view folded_latin) {
  const auto form = table().find(folded_latin);
  return form ? table().commonness_of(*form) : 0;
}

}  // namespace vedette::text
