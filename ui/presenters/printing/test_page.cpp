// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/test_page.h"

#include <QCoreApplication>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using namespace documents;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PrinterTestPage)
};

} // namespace

PrintedDocument testPage(const PrinterSetup &setup)
{
    const PrinterProfile printer = setup.printer();
    PrintedDocument page;
    page.blocks = {
        TextBlock{Texts::tr("Test page"), Alignment::Centre, Emphasis::Strong},
        TextBlock{printer.name, Alignment::Centre},
        RuleBlock{},
        PairBlock{Texts::tr("Characters in a line"), QString::number(printer.columns)},
        PairBlock{Texts::tr("Printer"), setup.address.toString()},
        RuleBlock{},
        // One line for each of the alphabets that a receipt may have.
        TextBlock{u"ABC abc 0123456789 €$£"_s},
        TextBlock{u"ÄÖÜ äöü ß éèêç ñ ø å"_s},
        TextBlock{u"Ελληνικά"_s},
        TextBlock{u"Кириллица"_s},
        TextBlock{u"Žluťoučký łódź"_s},
        TextBlock{u"مقهى"_s},
        RuleBlock{},
        BarcodeBlock{QByteArrayLiteral("TEST-1-000001")},
        TextBlock{Texts::tr("If the edges are straight and every line can be read, the printer is set right.")},
        CutBlock{},
    };
    return page;
}

} // namespace crema
