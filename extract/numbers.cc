#include "extract/numbers.h"
