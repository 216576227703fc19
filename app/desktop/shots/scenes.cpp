// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/scenes.h"

#include "app/desktop/example/example_shop.h"

#include <QLineEdit>
#include <QPushButton>

namespace crema::desktop {

Stage::Stage(Theme &theme, const QLocale &locale, const QSize &size)
    : m_shop(m_desk, m_clock, m_preferences, locale), m_till(m_shop.till), m_window(theme, m_shop, m_clock, locale)
{
    fillExampleShop(m_desk);
    m_window.resize(size);
    m_shop.start();
}

QStringList Stage::sceneNames()
{
    return {QStringLiteral("enrol"),          QStringLiteral("shift"),
            QStringLiteral("empty"),          QStringLiteral("selling"),
            QStringLiteral("search"),         QStringLiteral("unknown-code"),
            QStringLiteral("offline"),        QStringLiteral("payment"),
            QStringLiteral("change"),         QStringLiteral("palette"),
            QStringLiteral("palette-search"), QStringLiteral("settings"),
            QStringLiteral("toast"),          QStringLiteral("rail")};
}

void Stage::fillCart()
{
    for (const char *code : {"2*LC-005", "LC-004", "LC-020", "LC-025", "2*LC-026", "LC-032"})
        m_till.enterCode(QString::fromLatin1(code));
    m_till.selectLine(4);
    m_clock.settle();
}

bool Stage::playFrame(const QString &scene)
{
    ShellPresenter &shell = m_shop.shell;
    if (scene.startsWith(QLatin1String("palette"))) {
        shell.actions().find(u"program.palette")->trigger();
        if (scene == QLatin1String("palette-search"))
            m_window.findChild<QLineEdit *>(QStringLiteral("paletteField"))->insert(QStringLiteral("re"));
        m_clock.settle();
    } else if (scene == QLatin1String("settings")) {
        shell.go({QStringLiteral("settings"), {}});
    } else if (scene == QLatin1String("toast")) {
        for (const char *text : {"Cortado removed", "Price of Guji Natural 250 g changed"})
            m_shop.notices.post(QString::fromLatin1(text), [] {});
    } else if (scene == QLatin1String("rail")) {
        if (auto *button = m_window.findChild<QPushButton *>(QStringLiteral("railButton")); button->isVisible())
            button->click();
    } else {
        return false;
    }
    return true;
}

void Stage::play(const QString &scene)
{
    const bool enrolled = scene != QLatin1String("enrol");
    m_desk.openStore(enrolled, enrolled && scene != QLatin1String("shift"));
    if (!enrolled || scene == QLatin1String("shift") || scene == QLatin1String("empty"))
        return;
    fillCart();
    if (playFrame(scene))
        return;
    if (scene == QLatin1String("search")) {
        m_till.setSearchText(QStringLiteral("guji"));
        m_clock.settle();
    } else if (scene == QLatin1String("unknown-code")) {
        m_till.enterCode(QStringLiteral("5012345678900"));
    } else if (scene == QLatin1String("offline")) {
        m_desk.changeState().link = sync::Link::Offline;
        m_desk.changeState().queue.queued = 14;
        Q_EMIT m_desk.changed();
    } else if (scene == QLatin1String("payment") || scene == QLatin1String("change")) {
        m_till.startPaying();
        m_till.chooseQuickAmount(3);
        if (scene == QLatin1String("change"))
            m_till.completeCash();
    }
}

} // namespace crema::desktop
