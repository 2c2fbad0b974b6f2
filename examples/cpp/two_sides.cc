// Who asserts what these words say, who denies it, and where one can read that:
//
//   two_sides STORE WORDS...        two_sides casus-store Rwanda armed the M23

#include <casus/graph/error.h>
#include <casus/query/questions.h>
#include <casus/storage/store.h>

#include <exception>
#include <iostream>
#include <string>

namespace {

void print(const char* side, const google::protobuf::RepeatedPtrField<casus::v1::Voice>& voices) {
  for (const casus::v1::Voice& voice : voices) {
    std::cout << "  " << side << ": " << voice.principal().name();
    if (voice.speaker().key() != voice.principal().key()) {
      std::cout << ", by " << voice.speaker().name();
    }
    std::cout << " (" << voice.outlet() << ", " << voice.published() << ")\n    \"" << voice.quote()
              << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: two_sides STORE WORDS...\n";
    return 2;
  }
  std::string words;
  for (int i = 2; i < argc; ++i) words += std::string(argv[i]) + ' ';
  try {
    // Read-only: another process may be writing to the store meanwhile.
    const auto store = casus::storage::Store::open(argv[1], {.read_only = true});
    // A snapshot never changes; all questions are functions of one.
    const auto snapshot = store->snapshot();
    const auto traces = casus::query::trace_words(*snapshot, words, {});
    if (traces.empty()) {
      std::cerr << "No claim says that.\n";
      return 1;
    }
    const casus::v1::Trace& best = traces.front();
    std::cout << best.claim().text() << '\n';
    print("asserted", best.asserted_by());
    print("denied", best.denied_by());
  } catch (const casus::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
