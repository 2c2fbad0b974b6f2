#include "extract/document.h"
