// SPDX-License-Identifier: GPL-3.0-or-later
// Text at twice its size: nothing is cut off and nothing lies over something else (ux.md, checks 9 and 10).
#include "tests/app/desktop/control_walk.h"

#include "ui/desktop/theme/amount_text.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

bool isInScrollArea(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above))
            return true;
    }
    return false;
}

/// Labels that may be shortened: what they say stands in full elsewhere too.
bool mayGiveWay(const QLabel &label)
{
    return label.minimumWidth() == 1 && !label.wordWrap();
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || mayGiveWay(label))
        return false;
    const QRect room = label.contentsRect();
    if (const auto *amount = qobject_cast<const desktop::AmountLabel *>(&label)) {
        // An amount may become smaller, but not smaller than at the usual size of text.
        QFont usual = amount->font();
        usual.setPixelSize(usual.pixelSize() / 2);
        return desktop::amountWidth(usual, amount->text()) > room.width() ||
               QFontMetrics(usual).ascent() > room.height();
    }
    const QFontMetrics metrics(label.font());
    if (!label.wordWrap())
        return metrics.size(0, label.text()).width() > room.width() + 1 || metrics.ascent() > room.height();
    const QRect needed = metrics.boundingRect(QRect(0, 0, room.width(), 10'000), Qt::TextWordWrap, label.text());
    return needed.width() > room.width() + 1 || needed.height() > room.height() + metrics.descent();
}

/// Whether a part of a button lies outside of what holds it.
bool isCut(const QPushButton &button)
{
    return !isInScrollArea(button) && button.visibleRegion().boundingRect() != button.rect();
}

/// The sync panel lies over the page on purpose: what is below it is not looked at.
bool isUnderPanel(const QWidget &window, const QWidget &widget)
{
    const auto *panel = window.findChild<const QWidget *>(QStringLiteral("syncPanel"));
    if (!panel || !panel->isVisible() || panel->isAncestorOf(&widget))
        return false;
    const QRect shown(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    return panel->geometry().intersects(shown);
}

bool overlap(const QPushButton &a, const QPushButton &b)
{
    return a.parentWidget() == b.parentWidget() && a.geometry().intersects(b.geometry());
}

void expectWhole(QWidget &window, const QString &scene)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        EXPECT_FALSE(isCut(*label)) << qPrintable(scene) << ": " << qPrintable(label->objectName()) << " “"
                                    << qPrintable(label->text()) << "”";
    }
    const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (!button->isVisible() || isUnderPanel(window, *button))
            continue;
        EXPECT_FALSE(isCut(*button)) << qPrintable(scene) << ": " << qPrintable(button->objectName());
        for (const QPushButton *other : buttons) {
            if (other == button || !other->isVisible())
                continue;
            EXPECT_FALSE(overlap(*button, *other)) << qPrintable(scene) << ": " << qPrintable(button->objectName())
                                                   << " and " << qPrintable(other->objectName());
        }
    }
}

} // namespace

class TextSize : public ::testing::TestWithParam<std::pair<double, int>>
{};

TEST_P(TextSize, LeavesEveryTextWhole)
{
    const auto [scale, width] = GetParam();
    desktop::Theme theme(QStringLiteral("light"), scale);
    theme.apply(*qApp);
    const QSize size(width, 768);
    for (const QString &scene : desktop::Stage::sceneNames() + desktop::FirstRunStage::sceneNames()) {
        inScene(theme, size, scene, [&](QWidget &window) {
            EXPECT_EQ(window.size(), size) << qPrintable(scene) << " needs a larger window";
            expectWhole(window, scene);
        });
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, TextSize,
                         ::testing::Values(std::pair(1.0, 1024), std::pair(1.25, 1024), std::pair(1.5, 1024),
                                           std::pair(2.0, 1024), std::pair(2.0, 1366)),
                         [](const auto &size) {
                             return std::to_string(static_cast<int>(size.param.first * 100)) + "PercentAt" +
                                    std::to_string(size.param.second);
                         });

} // namespace crema::testing
