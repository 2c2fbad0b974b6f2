#ifndef CASUS_TESTS_INTERCHANGE_TOOL_H_
#define CASUS_TESTS_INTERCHANGE_TOOL_H_

// Runs a program of somebody else's on what a writer wrote: whether a format is right, its readers
// decide. A program that is missing fails the test.

#include <string>

namespace casus::interchange_test {

// What `command`, a line for the shell that finds the input in the file "$1", prints. Throws
// std::runtime_error with its standard error if it fails or warns.
std::string run_on(const std::string& input, const std::string& command);

// The same for a program in Debian's Python.
std::string run_python_on(const std::string& input, const std::string& program);

}  // namespace casus::interchange_test

#endif  // CASUS_TESTS_INTERCHANGE_TOOL_H_
