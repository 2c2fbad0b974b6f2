#include "extract/syntax.h"
