// SPDX-License-Identifier: GPL-3.0-or-later
// Steps and forms of the first start; what they set going stands in first_run_work.cpp.
#include "ui/presenters/first_run/first_run_presenter.h"

#include "models/money/currency.h"
#include "models/people/person_rules.h"
#include "models/security/password_rule.h"
#include "models/selling/country_defaults.h"

#include <algorithm>

namespace crema {

using namespace Qt::StringLiterals;

FirstRunPresenter::FirstRunPresenter(PlatformChild &child, FirstRunDesk &desk, Clock &clock, const QLocale &locale,
                                     QObject *parent)
    : QObject(parent), m_child(child), m_desk(desk), m_clock(clock), m_locale(locale)
{}

FirstRunPresenter::~FirstRunPresenter()
{
    m_stop.request_stop();
}

QList<FirstRunCard> FirstRunPresenter::cards() const
{
    return {{FirstRunOption::Sample, u"cup"_s, tr("Look around with a sample shop"), tr("Sample shop"),
             tr("A roastery with products, stock and a month of sales."), tr("1 minute")},
            {FirstRunOption::NewShop, u"store"_s, tr("Set up a new shop on this computer"), tr("New shop"),
             tr("Name, currency, taxes and your first till. Import products from a file."), QString()},
            {FirstRunOption::Connect, u"link"_s, tr("Connect this till to a business"), tr("Connect"),
             tr("With the address and the one-time code that your manager gives you."), QString()},
            {FirstRunOption::Restore, u"history"_s, tr("Restore from a backup"), tr("Restore"),
             tr("Choose a file that “Back up” of a shop on one computer wrote."), QString()}};
}

void FirstRunPresenter::choose(FirstRunOption option)
{
    if (m_option == option)
        return;
    m_option = option;
    Q_EMIT changed();
}

QString FirstRunPresenter::title() const
{
    switch (m_step) {
    case FirstRunStep::Choices: return tr("Welcome to Crema");
    case FirstRunStep::Connect: return tr("Connect this till to a business");
    case FirstRunStep::NewShop: return tr("Set up a new shop");
    case FirstRunStep::Restore: return tr("Restore from a backup");
    case FirstRunStep::Working: return tr("One moment");
    case FirstRunStep::Stuck: return tr("That did not work");
    }
    Q_UNREACHABLE();
}

QString FirstRunPresenter::subtitle() const
{
    switch (m_step) {
    case FirstRunStep::Choices: return tr("How do you want to start?");
    case FirstRunStep::Connect: return tr("Your manager finds both where the business is looked after.");
    case FirstRunStep::NewShop: return tr("Everything stays on this computer.");
    case FirstRunStep::Restore: return tr("The shop on this computer will be as it was when the file was written.");
    case FirstRunStep::Working: return tr("Crema gets everything ready and opens the till by itself.");
    case FirstRunStep::Stuck: return tr("Nothing is lost. You can try again or begin in another way.");
    }
    Q_UNREACHABLE();
}

QString FirstRunPresenter::primaryText() const
{
    switch (m_step) {
    case FirstRunStep::Choices:
        switch (m_option) {
        case FirstRunOption::Sample: return tr("Open sample shop");
        case FirstRunOption::NewShop: return tr("Name the shop");
        case FirstRunOption::Connect: return tr("Enter the code");
        case FirstRunOption::Restore: return tr("Choose the file");
        }
        Q_UNREACHABLE();
    case FirstRunStep::Connect: return tr("Connect this till");
    case FirstRunStep::NewShop: return tr("Open the shop");
    case FirstRunStep::Restore: return tr("Restore the shop");
    case FirstRunStep::Working: return {};
    case FirstRunStep::Stuck:
        return m_problem && m_problem->code == u"platform.shop_exists" ? tr("Open the shop that is here")
                                                                       : tr("Try again");
    }
    Q_UNREACHABLE();
}

QString FirstRunPresenter::backText() const
{
    switch (m_step) {
    case FirstRunStep::Choices: return {};
    case FirstRunStep::Working: return tr("Stop");
    default: return tr("Back");
    }
}

void FirstRunPresenter::setStep(FirstRunStep step)
{
    m_step = step;
    Q_EMIT changed();
    Q_EMIT stepChanged();
}

void FirstRunPresenter::goOn()
{
    const bool openExisting = m_problem && m_problem->code == u"platform.shop_exists";
    if (m_step != FirstRunStep::Choices && m_step != FirstRunStep::Stuck)
        return;
    m_problem.reset();
    m_fieldProblems.clear();
    if (m_step == FirstRunStep::Stuck && openExisting) {
        startShop();
        return;
    }
    switch (m_option) {
    case FirstRunOption::Sample: startSample(); return;
    case FirstRunOption::NewShop:
        if (m_step == FirstRunStep::Stuck && m_shopMade)
            startShop();
        else
            setStep(FirstRunStep::NewShop);
        return;
    case FirstRunOption::Connect: setStep(FirstRunStep::Connect); return;
    case FirstRunOption::Restore:
        if (m_step == FirstRunStep::Stuck && m_shopMade)
            startShop();
        else
            setStep(FirstRunStep::Restore);
        return;
    }
}

void FirstRunPresenter::back()
{
    if (m_step == FirstRunStep::Choices)
        return;
    const bool wasWorking = m_step == FirstRunStep::Working;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_patienceTimer.reset();
    if (wasWorking || m_step == FirstRunStep::Stuck) {
        m_desk.close();
        m_child.stop();
    }
    m_problem.reset();
    m_fieldProblems.clear();
    setStep(wasWorking ? m_returnTo : FirstRunStep::Choices);
}

void FirstRunPresenter::refuseField(const QString &field, const QString &text)
{
    if (!m_fieldProblems.contains(field))
        m_fieldProblems.insert(field, text);
}

void FirstRunPresenter::connectTo(const QString &address, const QString &code)
{
    if (m_step != FirstRunStep::Connect)
        return;
    m_problem.reset();
    m_fieldProblems.clear();
    // A name alone is a platform in the internet; an address with a port is one in the house.
    const QUrl url = QUrl::fromUserInput(address.trimmed());
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1))
        refuseField(u"address"_s, tr("Type it as it was given to you, such as https://shop.example."));
    if (code.trimmed().isEmpty())
        refuseField(u"code"_s, tr("Type the one-time code, such as K7QP-3M2X."));
    if (!m_fieldProblems.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    begin(FirstRunStep::Connect, {tr("Connect this till"), tr("Fetch products, prices and people")});
    openConnected(this, m_stop.get_token(), url, code.trimmed().toUpper());
}

void FirstRunPresenter::setUpShop(const NewShop &shop)
{
    if (m_step != FirstRunStep::NewShop)
        return;
    m_problem.reset();
    m_fieldProblems.clear();
    checkShop(shop);
    checkSecrets(shop);
    if (!m_fieldProblems.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    if (m_shopMade) {
        startShop();
        return;
    }
    begin(FirstRunStep::NewShop,
          {tr("Make a database and the shop in it"), tr("Start the shop"), tr("Connect this till")});
    openNewShop(this, m_stop.get_token(), shop);
}

void FirstRunPresenter::checkShop(const NewShop &shop)
{
    if (shop.businessName.trimmed().isEmpty())
        refuseField(u"business_name"_s, tr("Type the name that stands on your receipts."));
    if (shop.shopName.trimmed().isEmpty())
        refuseField(u"shop_name"_s, tr("Type what you call this place, such as Harbour Street."));
    if (!countryDefaults(shop.country))
        refuseField(u"country"_s, tr("Choose a country."));
    if (!Currency::fromCode(shop.currency))
        refuseField(u"currency"_s, tr("Choose a currency."));
    if (!taxRateFromPercent(shop.standardRate))
        refuseField(u"standard_rate"_s, tr("Type a number of percent, such as 19 or 5.5."));
    if (!taxRateFromPercent(shop.reducedRate))
        refuseField(u"reduced_rate"_s, tr("Type a number of percent, such as 7 or 0."));
    if (shop.ownerName.trimmed().isEmpty())
        refuseField(u"owner_name"_s, tr("Type your name as your colleagues know it."));
}

void FirstRunPresenter::checkSecrets(const NewShop &shop)
{
    const QString email = shop.email.trimmed();
    if (email.indexOf(u'@') < 1 || email.endsWith(u'@') || email.contains(u' '))
        refuseField(u"email"_s, tr("Type your e-mail address; you sign in with it."));
    if (const auto checked = checkPassword(shop.password, ownWordsOf(shop.ownerName, email)); !checked)
        refuseField(u"password"_s, checked.error().hint);
    if (!shop.pin.isEmpty() && !checkPin(shop.pin))
        refuseField(u"pin"_s, tr("Use %1 to %2 digits, or leave it empty.").arg(shortestPin).arg(longestPin));
}

void FirstRunPresenter::restoreFrom(const QString &file)
{
    if (m_step != FirstRunStep::Restore)
        return;
    m_problem.reset();
    m_fieldProblems.clear();
    if (file.trimmed().isEmpty()) {
        refuseField(u"file"_s, tr("Choose the file of the backup."));
        Q_EMIT changed();
        return;
    }
    begin(FirstRunStep::Restore, {tr("Read the backup"), tr("Start the shop"), tr("Connect this till")});
    openRestored(this, m_stop.get_token(), file.trimmed());
}

QList<CountryChoice> FirstRunPresenter::countries() const
{
    QList<CountryChoice> choices;
    for (const CountryDefaults &country : allCountryDefaults()) {
        const QString code = country.country.toString();
        const QLocale there(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::codeToTerritory(code));
        choices.append({code, there.nativeTerritoryName(), country.currency.toString(),
                        taxRatePercent(country.standard), taxRatePercent(country.reduced)});
    }
    std::ranges::sort(choices, [](const CountryChoice &a, const CountryChoice &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return choices;
}

QString FirstRunPresenter::proposedCountry() const
{
    const QString here = QLocale::territoryToCode(m_locale.territory());
    return countryDefaults(here) ? here : allCountryDefaults().front().country.toString();
}

} // namespace crema
