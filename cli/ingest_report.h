#ifndef CASUS_CLI_INGEST_REPORT_H_
#define CASUS_CLI_INGEST_REPORT_H_

// What became of what was taken in, of articles (`ingest`) and of tables (`import`) alike.

#include <cstdint>
#include <string_view>

#include "casus/v1/answer.pb.h"
#include "cli/printer.h"
#include "storage/store.h"

namespace casus::cli {

void count(storage::PutOutcome outcome, v1::IngestReport& report);

// Lines on standard output, each a label and a number; `failed` is what those that were not taken
// in are called.
void print_counts(const v1::IngestReport& report, std::string_view failed);
void print_count(std::string_view label, std::uint32_t count, Tone tone = Tone::plain);

}  // namespace casus::cli

#endif  // CASUS_CLI_INGEST_REPORT_H_
