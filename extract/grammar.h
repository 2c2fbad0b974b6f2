#ifndef CASUS_EXTRACT_GRAMMAR_H_
#define CASUS_EXTRACT_GRAMMAR_H_

#include <memory>

namespace casus::extract {

// Link Grammar's dictionary of English, which all parsers share; loading it takes about 0.1 s and
// 100 MB. Thread-safe.
class Grammar;

// Throws InputError if the dictionary is not installed.
std::shared_ptr<const Grammar> load_grammar();

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_GRAMMAR_H_
