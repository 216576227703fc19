// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/control_walk.h"

#include "ui/desktop/widgets/reading_order.h"

#include <gtest/gtest.h>

namespace crema::testing {

using namespace Qt::StringLiterals;

namespace {

/// What lies over the whole window and keeps the keys to itself; nothing when the page is free.
QWidget *coverOf(QWidget &window)
{
    for (const QString &name : {u"palette"_s, u"keyList"_s, u"lockOverlay"_s}) {
        auto *cover = window.findChild<QWidget *>(name);
        if (cover && cover->isVisible())
            return cover;
    }
    return nullptr;
}

template<class SceneStage>
void show(desktop::Theme &theme, const QSize &size, const QString &scene,
          const std::function<void(QWidget &window)> &look)
{
    SceneStage stage(theme, QLocale(QLocale::English, QLocale::Ireland), size);
    QWidget &window = stage.window();
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    stage.play(scene);
    settleWidgets();
    look(window);
}

} // namespace

QStringList scenesWithControls()
{
    return {u"enrol"_s,
            u"shift"_s,
            u"selling"_s,
            u"search"_s,
            u"unknown-code"_s,
            u"new-product"_s,
            u"options"_s,
            u"payment"_s,
            u"change"_s,
            u"receipt"_s,
            u"toast"_s,
            u"palette"_s,
            u"keys"_s,
            u"settings"_s,
            u"lock"_s,
            u"switch"_s,
            u"sync-panel"_s,
            u"sync-attention"_s,
            u"devices-list"_s,
            u"devices-detail"_s,
            u"devices-offline"_s,
            u"offline-banner"_s,
            u"catalog-list"_s,
            u"catalog-detail"_s,
            u"catalog-filtered-empty"_s,
            u"catalog-empty"_s,
            u"catalog-error"_s,
            u"sales-list"_s,
            u"sales-detail"_s,
            u"sales-filtered-empty"_s,
            u"sales-error"_s,
            u"first-run"_s,
            u"first-run-connect"_s,
            u"first-run-new-shop"_s,
            u"first-run-no-postgres"_s};
}

void settleWidgets()
{
    for (int turn = 0; turn < 6; ++turn)
        QCoreApplication::processEvents();
}

void inScene(desktop::Theme &theme, const QSize &size, const QString &scene,
             const std::function<void(QWidget &window)> &look)
{
    if (desktop::FirstRunStage::sceneNames().contains(scene))
        show<desktop::FirstRunStage>(theme, size, scene, look);
    else
        show<desktop::Stage>(theme, size, scene, look);
}

QList<QWidget *> walkByTab(const std::function<void(QWidget &)> &atEach, int most)
{
    // A page may have the focus itself, for its keys; Tab leads on from it and does not come back.
    if (QWidget *focus = QApplication::focusWidget(); focus && !desktop::takesTab(*focus)) {
        QTest::keyClick(focus, Qt::Key_Tab);
        settleWidgets();
    }
    QList<QWidget *> walked;
    for (int step = 0; step < most; ++step) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || (!walked.isEmpty() && focus == walked.first()))
            break;
        walked.append(focus);
        if (atEach)
            atEach(*focus);
        QTest::keyClick(focus, Qt::Key_Tab);
        settleWidgets();
    }
    return walked;
}

QList<QWidget *> controlsIn(QWidget &window)
{
    QWidget *cover = coverOf(window);
    QList<QWidget *> controls;
    for (QWidget *widget : (cover ? cover : &window)->findChildren<QWidget *>()) {
        if (desktop::takesTab(*widget))
            controls.append(widget);
    }
    return controls;
}

} // namespace crema::testing
