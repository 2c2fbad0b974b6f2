#ifndef CASUS_GRAPH_FAULT_H_
#define CASUS_GRAPH_FAULT_H_

// What is wrong with an annotation, field by field. Not thread-safe, no state but its own.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus {

enum class FaultKind {
  // No annotation with one of these is taken.
  format,     // a field that does not exist, or is of another type
  value,      // a code, name, number or date that cannot be
  missing,    // what must be there is not
  size,       // more than is taken
  encoding,   // not UTF-8, or with a NUL
  key,        // not a key, or not the only one
  reference,  // to an item that is not listed
  span,       // outside of the text, empty, or through a character
  evidence,   // an item that stands nowhere
  // Taken, and probably not what was meant.
  offsets,   // characters seem to be counted instead of bytes
  words,     // a span that cuts a word, or reads other than its wording
  unused,    // an item that nothing refers to
  undated,   // an article without a date
  stance,    // statements and claims that do not meet
  code,      // a code that no table of the field has
  identity,  // keys by which other extractors will not find the same thing
  figure,    // a number or date that is unlikely
  unread,    // a field that a newer version wrote
};

std::string_view name_of(FaultKind kind);
bool is_warning(FaultKind kind);

struct Fault {
  FaultKind kind = FaultKind::format;
  std::string field;   // "events[2].trigger"; empty: the annotation as a whole
  std::string reason;  // goes on where the field ends: "ends at 512, but ..."; at most 1,000 bytes

  std::string text() const;  // field, a colon, reason
};

// Where a field is: a chain on the stack, made into words only where something is wrong.
struct FieldPath {
  const FieldPath* parent = nullptr;
  std::string_view name;
  int index = -1;  // of an item of a list

  std::string text() const;
};

// Collects faults up to a limit.
class FaultList {
 public:
  explicit FaultList(std::size_t limit) : limit_(limit) {}

  void add(FaultKind kind, const FieldPath& field, std::string reason);
  void add(FaultKind kind, std::string field, std::string reason);
  // Nothing more will be kept: whoever looks for faults may stop.
  bool full() const { return faults_.size() >= limit_; }

  std::vector<Fault> take() && { return std::move(faults_); }

 private:
  std::size_t limit_;
  std::vector<Fault> faults_;
};

}  // namespace casus

#endif  // CASUS_GRAPH_FAULT_H_
