// One change of a store, under its lock. Internal to lists; use Store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lists/store.h"

namespace vedette::lists {

class StoreWriter {
 public:
  /// Takes the lock, reads the manifest and removes files that it does not name. `clock` is for a new store, which is
  /// made only if it is given.
  static Result<StoreWriter> begin(const Store& store, const Clock* clock);

  Result<Added> add(const NewVersion& load, const std::optional<std::string>& accept, const Clock& clock);
  Result<std::optional<Added>> add_again(const Version& version, const std::optional<std::string>& accept);
  Result<Added> activate(std::string_view name, const std::string& reason);
  Result<Added> remove(std::string_view name, Removes which);

 private:
  StoreWriter(const Store& store, std::unique_ptr<FileLock> lock) : store_(&store), lock_(std::move(lock)) {}

  Result<void> create(const Clock& clock);
  void sweep() const;
  Version* find(const Version& version);
  Result<void> write_files(Version& version, const NewVersion& load);
  Result<Added> add_known(Version& known, const Version& given, const std::optional<std::string>& accept);
  void make_active(Version& version);
  Result<void> commit();
  Added outcome(AddOutcome what, const Version& version, std::string reason) const;

  const Store* store_;
  std::unique_ptr<FileLock> lock_;
  Manifest manifest_;
};

}  // namespace vedette::lists
