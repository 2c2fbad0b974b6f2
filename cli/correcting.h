#ifndef CASUS_CLI_CORRECTING_H_
#define CASUS_CLI_CORRECTING_H_

// What the commands share by which a person corrects the graph: who says so and why, and how a
// correction is told in words.

#include <string>

#include "casus/v1/correction.pb.h"
#include "cli/session.h"

namespace casus::cli {

struct Signature {
  std::string author;
  std::string reason;
  Format format = Format::text;
};

// `--author`, `--reason` and `--format`.
void add_signature(CLI::App& command, Signature& signature);

// A correction of this kind, signed, of now (or of $SOURCE_DATE_EPOCH, so that a run can be made
// again). The author is the option, else $CASUS_AUTHOR, else $USER. Throws UsageError without any.
v1::Correction signed_correction(const Signature& signature, v1::CorrectionKind::Value kind);

// "the attack “gunmen ambushed ...” (event:.../e1)", "Mali (actor:MLI)".
std::string in_words(const v1::CorrectionEnd& end);
// "rejected the attack ...", "merged ... with ...".
std::string in_words(const v1::Correction& correction);

// Prints the record, or in words what it did and how it is taken back.
void print_correction(const v1::Correction& correction, const Signature& signature);

}  // namespace casus::cli

#endif  // CASUS_CLI_CORRECTING_H_
