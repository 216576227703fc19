// SPDX-License-Identifier: GPL-3.0-or-later
// Every control that takes the focus shows that it has it, in every theme (ux.md, checks 13 and 14).
#include "tests/app/desktop/control_walk.h"

#include "ui/desktop/theme/tokens.h"

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

constexpr int around = 6; ///< px that the ring reaches outside a control, and a little more

struct Focused {
    QWidget *control;
    QRect place;
    QImage picture;
};

int differentPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) == b.pixel(x, y) ? 0 : 1;
    }
    return count;
}

/// The control and what is next to it, as far as the window goes.
QRect placeIn(const QWidget &window, const QWidget &control)
{
    const QRect place(control.mapTo(&window, QPoint(0, 0)), control.size());
    return place.adjusted(-around, -around, around, around).intersected(window.rect());
}

} // namespace

class FocusRing : public ::testing::TestWithParam<std::string>
{};

TEST_P(FocusRing, IsDrawnAtEveryControl)
{
    desktop::Theme theme(QString::fromStdString(GetParam()));
    theme.apply(*qApp);
    QSet<QString> kinds;
    for (const QString &scene : scenesWithControls()) {
        inScene(theme, {1366, 768}, scene, [&](QWidget &window) {
            std::optional<Focused> before;
            const auto leave = [&] {
                if (!before || QApplication::focusWidget() == before->control)
                    return; // the only control there is
                // The page may have scrolled, and the next control may stand where this one stood.
                const QRect place = placeIn(window, *before->control);
                if (place.size() != before->place.size())
                    return;
                const QImage now = window.grab(place).toImage();
                // A line of 2 px around the control, or around one row of it: at least 24 px on each side.
                EXPECT_GE(differentPixels(before->picture, now), 2 * 4 * 24)
                    << qPrintable(scene) << ": nobody sees that " << qPrintable(before->control->objectName())
                    << " has the focus";
            };
            (void)walkByTab([&](QWidget &control) {
                leave();
                kinds.insert(QString::fromLatin1(control.metaObject()->className()));
                const QRect place = placeIn(window, control);
                before = {&control, place, window.grab(place).toImage()};
            });
            leave();
        });
    }
    // The kinds of control that this version has; a new one belongs into a scene.
    for (const char *kind :
         {"crema::desktop::TouchButton", "crema::desktop::AccountButton", "crema::desktop::DataTable",
          "crema::desktop::CartView", "crema::desktop::TileView", "crema::desktop::OptionCard",
          "crema::desktop::ChoiceBox", "crema::desktop::PersonButton", "crema::desktop::FilterChipButton", "QLineEdit"})
        EXPECT_TRUE(kinds.contains(QLatin1String(kind))) << kind << " is in no scene";
}

INSTANTIATE_TEST_SUITE_P(Themes, FocusRing, ::testing::Values("light", "dark", "high-contrast"),
                         [](const auto &theme) { return theme.param == "high-contrast" ? "contrast" : theme.param; });

} // namespace crema::testing
