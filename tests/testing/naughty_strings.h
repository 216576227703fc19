// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::testing {

/// What people paste and what attackers type: each kind of text that some layer below a field might take for its own
/// language. The kinds are those of the known collections (injection, markup, formulas, terminal controls, Unicode).
inline QStringList naughtyStrings()
{
    using namespace Qt::StringLiterals;
    return {
        // SQL and full-text search
        u"'; drop table catalog.product; --"_s,
        u"Robert'); delete from sync.operation where ('1'='1"_s,
        u"\" or \"\"=\""_s,
        u"1' union select password_hash from identity.credential --"_s,
        u"a' || pg_sleep(5) || '"_s,
        u"$1 $$ $tag$ \\ \\' \\\\"_s,
        u"100%_off [a-z]*?"_s,
        u"NEAR(a b) OR \"c* AND NOT d:e^2"_s,
        u"{\"$gt\":\"\"}"_s,
        // Markup and templates
        u"<script>alert('x')</script>"_s,
        u"<img src=x onerror=alert(1)>&amp;&#x27;"_s,
        u"<b>bold</b><a href=\"file:///etc/passwd\">x</a>"_s,
        u"]]><!-- x --><?xml version=\"1.0\"?>"_s,
        u"{{7*7}} ${7*7} #{7*7} %s%n%d %1 %2 %L1"_s,
        u"<qt>&lt;b&gt;<font color=red size=7>x</font></qt>"_s,
        // Formulas of spreadsheets, and what separates their cells
        u"=1+1+cmd|' /C calc'!A0"_s,
        u"+SUM(A1:A9)"_s,
        u"-2+3"_s,
        u"@import"_s,
        u"\t=1+1"_s,
        u"\r=1+1"_s,
        u"a,b;c|d\"e\"\"f'"_s,
        // Paths, shells, printf
        u"../../../../etc/passwd"_s,
        u"`reboot` $(reboot) ; reboot & reboot | cat"_s,
        u"--help -rf /"_s,
        // Terminals and printers
        u"\u001b[2J\u001b[31mred\u001b[0m"_s,
        u"\u001b]0;title\u0007"_s,
        u"\u009b31mC1"_s,
        u"\u001d\u0056\u0001cut \u0010\u0014\u0001drawer"_s,
        u"a\tb\r\nc\u000bd\u000ce"_s,
        u"back\u0008\u0008\u0008space\u007f"_s,
        u"\u0090dcs\u009c\u009d0;osc\u009c"_s,
        u"\u001b"_s,
        u"lone\rreturn"_s,
        u"\0"_s,
        // Unicode
        u"nul\0inside"_s,
        QString(QChar(0xd800)) + u"lone"_s,
        u"\u202egnp.exe\u202c"_s,
        u"\u2066isolate\u2069 \u200fmark"_s,
        u"\u202aa\u202bb\u202cc\u202dd\u202ee"_s,
        u"\u2066a\u2067b\u2068c\u2069d"_s,
        u"half"_s + QString(QChar(0xdc00)),
        u"e"_s + QString(200, QChar(0x0301)),
        QStringList(60, u"👩"_s).join(QChar(0x200d)),
        u"line\u2028paragraph\u2029"_s,
        u"zero\u200bwidth\u200d\ufeff"_s,
        u"Z\u0351\u036b\u0343a\u0329\u0347l\u0328g\u0322o\u0321"_s,
        u"\uff21\uff22\uff23 \ufb03 \u017f \u0130 \u0131 \u00df"_s,
        u"👩‍👩‍👧‍👦🏳️‍🌈☕️🇩🇪"_s,
        u"مقهى القاهرة ١٢٣ و قهوة"_s,
        u"東京コーヒー 咖啡 커피 ☕"_s,
        u"\U0001d518\U0001d52b\U0001d526"_s,
        u"\ufffe\uffff"_s,
        // Lengths and blanks
        u" \u00a0\u3000 "_s,
        QString(300, u'W'),
        QString(10'000, u'y'),
        QString(70'000, u'x'),
        u"null"_s,
        u"true"_s,
        u"NaN"_s,
        u"1e309"_s,
        u"0x7fffffffffffffff"_s,
        u"CON"_s,
    };
}

} // namespace crema::testing
