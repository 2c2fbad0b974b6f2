#include "extract/attribution.h"
