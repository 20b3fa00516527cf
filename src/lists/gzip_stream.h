// gzip (RFC 1952) by way of zlib, which holds each member against its checksum and size; libarchive passes over both.
#pragma once

#include <memory>

#include "lists/archive_stream.h"

namespace vedette::lists {

/// The members of the file, one after another. Zero bytes may follow the last. The contract is that of open_input.
std::unique_ptr<InputStream> gzip_stream(PackedSource source, const ReadLimits& limits);

}  // namespace vedette::lists
