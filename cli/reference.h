#ifndef CASUS_CLI_REFERENCE_H_
#define CASUS_CLI_REFERENCE_H_

// The command line described by itself, read off the application: what the help, the manual page
// and the completion of shells are made of, so that none of them can say something else.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace casus::cli {

struct Parameter {
  std::vector<std::string> names;    // "-o", "--output"; none: an argument that stands by itself
  std::string value;                 // "FILE"; empty: a switch
  std::vector<std::string> choices;  // all that the value may be, where it is one of a few words
  std::string standard;              // what it is when it is not given; may be empty
  std::string help;
  bool required = false;
  bool repeated = false;
};

struct Reference {
  std::string name;  // "casus", "casus actors"
  std::string word;  // the last word of it
  std::string summary;
  std::string group;  // of the overview
  std::string footer;
  std::vector<Parameter> arguments;
  std::vector<Parameter> options;
  std::vector<Reference> commands;
};

// Commands and options without a group are hidden and left out.
Reference describe(const CLI::App& app);
Parameter describe(const CLI::Option& option);

// "-o, --output FILE"; of an argument "PATH...".
std::string label(const Parameter& parameter);
// "casus relations A [B] [OPTIONS]"
std::string usage(const Reference& command);

}  // namespace casus::cli

#endif  // CASUS_CLI_REFERENCE_H_
