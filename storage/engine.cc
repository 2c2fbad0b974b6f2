#include "storage/engine.h"

namespace casus::storage {

void Batch::put(std::string_view key, std::string_view value) {
  operations_.push_back({std::string(key), std::string(value)});
}

void Batch::erase(std::string_view key) { operations_.push_back({std::string(key), std::nullopt}); }

std::string after_prefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace casus::storage
