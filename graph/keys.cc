#include "graph/keys.h"
