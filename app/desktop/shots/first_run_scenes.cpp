// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/first_run_scenes.h"

#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace crema::desktop {

using namespace Qt::StringLiterals;

namespace {

QList<LanguageChoice> languages()
{
    QList<LanguageChoice> choices;
    for (const KnownLanguage &language : knownLanguages())
        choices.append({language.code, language.name});
    return choices;
}

QString text(const char *words)
{
    return QCoreApplication::translate("crema::desktop::FirstRunStage", words);
}

Problem wrongCode()
{
    return {ProblemKind::NotAllowed,
            u"device.wrong_code"_s,
            text("This code does not enrol a device: it is mistyped, used up or older than a day."),
            text("Check the code, or ask a manager for a new one."),
            {}};
}

Problem noDatabase()
{
    return {ProblemKind::Failed,
            u"platform.no_database"_s,
            text("PostgreSQL, which keeps a shop's data, is not installed on this computer."),
            text("Install it with “sudo apt install postgresql”, then try again. A till that is connected "
                 "to a business elsewhere does not need it."),
            {}};
}

} // namespace

FirstRunStage::FirstRunStage(Theme &theme, const QLocale &locale, const QSize &size)
    : m_appearance(m_preferences), m_presenter(m_child, m_desk, m_clock, locale),
      m_page(theme, m_presenter, m_appearance, languages(), languageName())
{
    m_page.resize(size);
}

QStringList FirstRunStage::sceneNames()
{
    return {u"first-run"_s,          u"first-run-connect"_s,  u"first-run-connect-error"_s,
            u"first-run-new-shop"_s, u"first-run-starting"_s, u"first-run-no-postgres"_s};
}

void FirstRunStage::typeShop()
{
    const auto type = [this](const QString &field, const QString &text) {
        m_page.findChild<QLineEdit *>(field)->setText(text);
    };
    type(u"business_name"_s, u"Larkmoor Coffee"_s);
    type(u"shop_name"_s, u"Harbour Street"_s);
    type(u"owner_name"_s, u"Mina Kowalski"_s);
    type(u"email"_s, u"mina@larkmoor.example"_s);
    const QString password(5, u'x'); // too short
    type(u"password"_s, password);
    m_presenter.setUpShop({u"Larkmoor Coffee"_s, u"Harbour Street"_s, u"IE"_s, u"EUR"_s, u"23"_s, u"0"_s,
                           u"Mina Kowalski"_s, u"mina@larkmoor.example"_s, password, QString()});
}

void FirstRunStage::play(const QString &scene)
{
    if (scene == u"first-run")
        return;
    if (scene.startsWith(u"first-run-connect")) {
        m_presenter.choose(FirstRunOption::Connect);
        m_presenter.goOn();
        if (scene == u"first-run-connect-error") {
            m_desk.fails = wrongCode();
            m_desk.failsAt = u"enrol"_s;
            const QString address = u"https://larkmoor.example"_s;
            const QString code = u"K7QP-3M2Y"_s;
            m_page.findChild<QLineEdit *>(u"address"_s)->setText(address);
            m_page.findChild<QLineEdit *>(u"code"_s)->setText(code);
            m_presenter.connectTo(address, code);
        }
    } else if (scene == u"first-run-new-shop") {
        m_presenter.choose(FirstRunOption::NewShop);
        m_presenter.goOn();
        typeShop();
    } else {
        m_child.hold(scene == u"first-run-starting");
        if (scene == u"first-run-no-postgres")
            m_child.fails = noDatabase();
        m_presenter.goOn();
    }
}

} // namespace crema::desktop
