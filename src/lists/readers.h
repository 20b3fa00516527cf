// The table of formats and the functions that read them. One file a format.
#pragma once

#include "lists/detect.h"
#include "lists/reader.h"

namespace vedette::lists {

Result<ReadSummary> read_us_ofac_csv(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_us_ofac_xml(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_us_csl_csv(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_us_bis_dpl(Streams streams, const ReadOptions& options, EntitySink& sink);

Result<ReadSummary> read_un_xml(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_gb_ofsi_csv(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_gb_sanctions_xml(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_eu_fsf_csv(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_eu_fsf_xml(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_ca_sema_xml(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_ftm_jsonl(Streams streams, const ReadOptions& options, EntitySink& sink);
Result<ReadSummary> read_own_csv(Streams streams, const ReadOptions& options, EntitySink& sink);

/// The reader of a format; never null for a format that has one in this build.
ReadFunction reader_for(Format format);

}  // namespace vedette::lists
