#include "extract/events.h"
