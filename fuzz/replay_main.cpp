// Runs a fuzzer's entry point over every file of its corpus folder, in the order of names, and over a few inputs that
// every parser should meet. A crash or a sanitizer's report is the only way to fail.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void run(const std::string& input) {
  // A copy of exactly this size lets the address sanitizer see a read past the end.
  const std::vector<uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string inputs[] = {std::string(),     std::string(1, '\0'),      std::string("\xef\xbb\xbf"),
                                std::string("\n"), std::string(4096, '\xff'), std::string(4096, '"')};
  for (const auto& input : inputs) run(input);

  size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& path : files_of(argv[i])) {
      std::ifstream file(path, std::ios::binary);
      run(std::string(std::istreambuf_iterator<char>(file), {}));
      ++count;
    }
  }
  std::printf("replayed %zu inputs\n", count);
  return 0;
}
