// Which events of several stories are one. Private to the timeline.
#pragma once

#include <vector>

#include "story/timeline.h"
#include "story/timeline_parties.h"

namespace vedette::story {

/// Joined events in order of their first telling. Two tellings are one event if they are of one family of types, share
/// a party on each side that both name, lie within a day of one another (or, where one has no day, agree in parties on
/// both sides or in goods, told within a week), and are not far apart on the map. A story's own events stay apart.
std::vector<JoinedEvent> join_events(const std::vector<ToldStory>& stories, const PartyJoin& parties,
                                     const std::vector<JoinedPlace>& places);

}  // namespace vedette::story
