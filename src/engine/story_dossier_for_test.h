// The made-up dossier, for tests of programs.
#pragma once

#include "engine/story_reading.h"
#include "story/dossier_for_test.h"
