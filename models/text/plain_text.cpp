// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/plain_text.h"

#include <algorithm>

namespace crema {

bool isPlainText(QStringView text, Lines lines)
{
    if (!text.isValidUtf16())
        return false;
    return std::none_of(text.begin(), text.end(), [lines](QChar letter) {
        const char16_t unit = letter.unicode();
        if (lines == Lines::Many && (unit == u'\n' || unit == u'\r' || unit == u'\t'))
            return false;
        const bool overridesDirection = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
        const bool breaksLine = unit == 0x2028 || unit == 0x2029;
        return letter.category() == QChar::Other_Control || overridesDirection || breaksLine;
    });
}

} // namespace crema
