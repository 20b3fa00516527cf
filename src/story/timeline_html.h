// The timeline as one HTML file: no script, no network.
#pragma once

#include <string>

#include "story/timeline.h"

namespace vedette::story {

/// What is new by story, the joined events with their tellings, line, map, network, parties. Very many events are cut,
/// and the page says so.
std::string timeline_html(const Timeline& timeline);

}  // namespace vedette::story
