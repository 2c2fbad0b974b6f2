#include "cli/origin.h"

#include <fmt/format.h>

namespace casus::cli {

Origin::Origin(const interchange::RawRecord& record, const v1::ExtractorInfo& extractor)
    : id_(record.id) {
  const std::string read =
      fmt::format("{}\n{}\n{}\n{}\n{}", storage::origin_of(record.bytes), record.type,
                  interchange::kReadingRules, extractor.name(), extractor.version());
  of_bytes_ = storage::origin_of(read);
  of_place_ = storage::origin_of(read + '\n' + id_);
}

std::optional<storage::Recognised> Origin::recognise(const storage::Store& store) const {
  auto known = store.recognise(of_bytes_);
  return known ? known : store.recognise(of_place_);
}

}  // namespace casus::cli
