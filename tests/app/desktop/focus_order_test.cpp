// SPDX-License-Identifier: GPL-3.0-or-later
// Where Tab leads on every page and in every dialog (ux.md, checks 65 and 66).
#include "tests/app/desktop/control_walk.h"

#include <QAbstractScrollArea>
#include <QFile>

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

QString goldenPath()
{
    return QString::fromUtf8(qgetenv("CREMA_SOURCE")) + QStringLiteral("/tests/app/desktop/focus_order.txt");
}

QString nameOf(const QWidget &widget)
{
    return widget.objectName().isEmpty() ? QStringLiteral("(%1)").arg(QLatin1String(widget.metaObject()->className()))
                                         : widget.objectName();
}

QStringList namesOf(const QList<QWidget *> &widgets)
{
    QStringList names;
    for (const QWidget *widget : widgets)
        names.append(nameOf(*widget));
    return names;
}

bool isHiddenFromView(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget);
    return (area ? *area->viewport() : widget).visibleRegion().isEmpty();
}

/// "selling: searchField category.all …", a line for each scene.
QString orderOf(const QString &scene, const QList<QWidget *> &walked)
{
    return QStringLiteral("%1: %2\n").arg(scene, namesOf(walked).join(u' '));
}

} // namespace

/// CREMA_UPDATE_FOCUS=1 writes the file anew; look at what changed before it is committed.
TEST(FocusOrder, TabLeadsToEveryControlOnceInTheOrderOfReading)
{
    desktop::Theme theme(QStringLiteral("light"));
    theme.apply(*qApp);
    QString orders;
    for (const QString &scene : scenesWithControls()) {
        inScene(theme, {1366, 768}, scene, [&](QWidget &window) {
            // A page scrolls to what has the focus, so each is looked at when it has.
            const QList<QWidget *> walked = walkByTab([&scene](QWidget &widget) {
                EXPECT_FALSE(widget.objectName().isEmpty()) << qPrintable(scene) << qPrintable(nameOf(widget));
                EXPECT_FALSE(isHiddenFromView(widget))
                    << qPrintable(scene) << ": the focus goes to " << qPrintable(nameOf(widget)) << ", which is hidden";
            });
            orders += orderOf(scene, walked);
            const QSet<QWidget *> once(walked.begin(), walked.end());
            EXPECT_EQ(once.size(), walked.size()) << qPrintable(orderOf(scene, walked)) << "goes round in a small ring";
            QList<QWidget *> missed = controlsIn(window);
            missed.removeIf([&once](QWidget *widget) { return once.contains(widget); });
            EXPECT_TRUE(missed.isEmpty())
                << qPrintable(scene) << " has no way to " << qPrintable(namesOf(missed).join(u' '));
        });
    }
    QFile golden(goldenPath());
    if (qEnvironmentVariableIsSet("CREMA_UPDATE_FOCUS")) {
        ASSERT_TRUE(golden.open(QIODevice::WriteOnly));
        golden.write(orders.toUtf8());
        return;
    }
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly)) << qPrintable(golden.fileName());
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList actual = orders.split(u'\n');
    ASSERT_EQ(actual.size(), expected.size());
    for (qsizetype line = 0; line < actual.size(); ++line)
        EXPECT_EQ(actual.at(line).toStdString(), expected.at(line).toStdString());
}

} // namespace crema::testing
