// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed is shown letter by letter, also where Qt would take it for markup.
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"

#include "tests/testing/naughty_strings.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTextDocument>
#include <QToolTip>

#include <gtest/gtest.h>

namespace crema::desktop {
namespace {

/// What a person reads in the tool tip over this widget.
QString readOver(QWidget &widget, const QPoint &at)
{
    QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
    if (!Qt::mightBeRichText(QToolTip::text()))
        return QToolTip::text();
    QTextDocument document;
    document.setHtml(QToolTip::text());
    return document.toPlainText();
}

QStringList markup()
{
    QStringList texts = testing::naughtyStrings();
    texts.removeIf([](const QString &text) { return !Qt::mightBeRichText(text); });
    return texts;
}

TEST(PlainToolTipsTest, ShowMarkupLetterByLetterOverWidgetsAndCells)
{
    ASSERT_GE(markup().size(), 2);
    QPushButton button;
    button.resize(100, 40);
    button.show();
    QStandardItemModel model(1, 1);
    QTableView table;
    table.setModel(&model);
    table.show();
    for (const QString &text : markup() + QStringList{QStringLiteral("Harbour & Sons")}) {
        button.setToolTip(text);
        EXPECT_EQ(readOver(button, {5, 5}), text) << qPrintable(text);
        model.setData(model.index(0, 0), text, Qt::ToolTipRole);
        const QPoint cell = table.visualRect(model.index(0, 0)).center();
        EXPECT_EQ(readOver(*table.viewport(), cell), text) << qPrintable(text);
        QToolTip::hideText();
    }
}

TEST(PlainToolTipsTest, LabelsAreMadeOfPlainText)
{
    const Theme theme(QStringLiteral("light"));
    const std::unique_ptr<QLabel> label(makeText(theme, QStringLiteral("name"), 14, QFont::Normal, "muted"));
    EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

} // namespace
} // namespace crema::desktop
