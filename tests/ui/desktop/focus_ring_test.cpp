// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/focus_ring.h"
#include "ui/desktop/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

/// Counts how often a widget is painted.
class PaintCount final : public QObject
{
public:
    explicit PaintCount(QWidget &widget) : QObject(&widget) { widget.installEventFilter(this); }

    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

TEST(FocusRingTest, StandsAroundTheFocusAndPaintsNothingWhileNothingChanges)
{
    const Theme theme(QStringLiteral("light"));
    QWidget window;
    window.resize(400, 300);
    auto *first = new QPushButton(&window);
    auto *second = new QPushButton(&window);
    first->setGeometry(40, 40, 120, 48);
    second->setGeometry(40, 120, 120, 48);
    const FocusRing ring(theme, &window);
    window.show();
    QApplication::setActiveWindow(&window);
    first->setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return ring.isVisible() && first->hasFocus(); }));
    second->setFocus();
    const QRect around(36, 116, 128, 56);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ring.geometry() == around; }));

    constexpr int turns = 100;
    const PaintCount painted(*second);
    for (int i = 0; i < turns; ++i)
        QApplication::processEvents();
    EXPECT_LE(painted.count, 3) << "what moved the ring may still be painted, and that is all";
}

TEST(FocusRingTest, EndsWhereThePageIsScrolledAway)
{
    const Theme theme(QStringLiteral("light"));
    QWidget window;
    window.resize(400, 300);
    QScrollArea area(&window);
    area.setFrameShape(QFrame::NoFrame);
    area.setGeometry(0, 100, 400, 200);
    auto *page = new QWidget;
    page->resize(380, 900);
    auto *button = new QPushButton(page);
    button->setGeometry(40, 40, 120, 48);
    area.setWidget(page);
    const FocusRing ring(theme, &window);
    window.show();
    QApplication::setActiveWindow(&window);
    button->setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return ring.geometry() == QRect(36, 136, 128, 56) && ring.isVisible(); }));
    area.verticalScrollBar()->setValue(60);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ring.geometry() == QRect(36, 100, 128, 32); }))
        << "what lies above the page has no ring over it";
    area.verticalScrollBar()->setValue(400);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !ring.isVisible(); }));
    area.verticalScrollBar()->setValue(0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return ring.isVisible() && ring.geometry() == QRect(36, 136, 128, 56); }));
}

} // namespace crema::desktop
