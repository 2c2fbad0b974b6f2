#include "interchange/uuid.h"

#include <catch2/catch.hpp>

#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;

TEST_CASE("SHA-1 of the standard's examples, and of every length around a block's") {
  CHECK(interchange::sha1_hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(interchange::sha1_hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  std::string ours;
  for (int length = 50; length < 132; ++length) {
    ours += interchange::sha1_hex(std::string(static_cast<std::size_t>(length), '\xE9')) + "\n";
  }
  CHECK(ours == run_python_on("",
                              "import hashlib\n"
                              "for n in range(50, 132):\n"
                              "    print(hashlib.sha1(b'\\xe9' * n).hexdigest())"));
}

TEST_CASE("a key's UUID is the one that Python makes of it") {
  CHECK(interchange::uuid_of("event:1/é") + "\n" ==
        run_python_on("",
                      "import uuid\n"
                      "home = uuid.uuid5(uuid.NAMESPACE_URL, 'urn:casus')\n"
                      "print(uuid.uuid5(home, 'event:1/é'))"));
}
