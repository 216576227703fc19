// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/company_verbs.h"

#include "models/people/person_rules.h"
#include "models/security/password_rule.h"
#include "models/selling/country_defaults.h"
#include "platform/company/new_company.h"
#include "platform/database/transaction.h"
#include "platform/domain/verb_parts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimeZone>

namespace crema::platform {
namespace {

constexpr qsizetype longestName = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::CompanyVerbs", text);
}

QString hint()
{
    return tr("Use: crema-platform company create --data DIR --name N --shop S --country C --owner N --email E "
              "--password-file F");
}

/// Reads the options one by one and keeps the first problem.
class CompanyOptions
{
public:
    explicit CompanyOptions(const QStringList &arguments)
    {
        for (const char *name : {"name", "shop", "country", "currency", "time-zone", "tax", "reduced-tax", "owner",
                                 "email", "password-file", "pin-file"})
            m_parser.addOption(valueOption(name));
        if (!m_parser.parse(QStringList{QStringLiteral("company")} + arguments) ||
            !m_parser.positionalArguments().isEmpty())
            refuse(tr("These options are not known here."), hint());
    }

    [[nodiscard]] Result<NewCompany> read()
    {
        NewCompany company;
        company.name = name("name");
        company.ownerName = name("owner");
        company.ownerEmail = value("email").trimmed();
        if (!company.ownerEmail.contains(u'@'))
            refuse(tr("An e-mail address is missing."), hint());
        company.shop.name = name("shop");
        readPlace(company);
        readSecrets(company);
        if (m_problem)
            return failure(*m_problem);
        return company;
    }

private:
    [[nodiscard]] QString value(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }

    void refuse(const QString &message, const QString &mend)
    {
        if (!m_problem)
            m_problem = usageProblem(message, mend);
    }

    QString name(const char *option)
    {
        const QString text = value(option).simplified();
        if (text.isEmpty() || text.size() > longestName) {
            refuse(tr("--%1 needs a name of 1 to %2 characters.").arg(QLatin1StringView(option)).arg(longestName),
                   hint());
        }
        return text;
    }

    void readPlace(NewCompany &company)
    {
        const auto country = countryDefaults(value("country"));
        if (!country) {
            refuse(tr("The country %1 is not known here.").arg(value("country")),
                   tr("Name it by its two letters, such as DE."));
            return;
        }
        company.shop.country = country->country.toString();
        company.shop.pricesInclude = country->include;
        company.shop.timeZone =
            value("time-zone").isEmpty() ? QByteArray(country->timeZone) : value("time-zone").toLatin1();
        if (!QTimeZone(company.shop.timeZone).isValid())
            refuse(tr("The time zone %1 is not known.").arg(value("time-zone")), tr("Write it as Europe/Berlin."));
        const QString code = value("currency").isEmpty() ? country->currency.toString() : value("currency").toUpper();
        const auto currency = Currency::fromCode(code);
        if (!currency)
            refuse(tr("%1 is not a currency.").arg(code), tr("Write its three letters, such as EUR."));
        company.shop.currency = currency.value_or(Currency());
        company.standard = rate("tax", country->standard);
        company.reduced = rate("reduced-tax", country->reduced);
    }

    TaxRate rate(const char *option, TaxRate proposed)
    {
        if (value(option).isEmpty())
            return proposed;
        const auto typed = taxRateFromPercent(value(option));
        if (!typed)
            refuse(tr("%1 is not a tax rate.").arg(value(option)), tr("Write it in percent, such as 19 or 5.5."));
        return typed.value_or(proposed);
    }

    // In this order: both may come from standard input, the password on its first line.
    void readSecrets(NewCompany &company)
    {
        const Result<QString> password =
            readNewPassword(value("password-file"), ownWordsOf(company.ownerName, company.ownerEmail));
        if (!password) {
            if (!m_problem)
                m_problem = password.error();
            return;
        }
        company.password = *password;
        if (value("pin-file").isEmpty())
            return;
        const Result<QString> pin = readSecret(value("pin-file"));
        company.pin = pin.value_or(QString());
        if (!pin || (!company.pin.isEmpty() && !checkPin(company.pin)))
            refuse(tr("The PIN has to be %1 to %2 digits.").arg(shortestPin).arg(longestPin), hint());
    }

    QCommandLineParser m_parser;
    std::optional<Problem> m_problem;
};

} // namespace

int createCompanyVerb(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<NewCompany> company = CompanyOptions(options.arguments).read();
    if (!company)
        return complainAbout(company.error());
    return withDatabase(options, [&](Connection &connection) {
        const Result<Person> owner = retrying([&] {
            return createCompany(connection, *company, parts.clock.now(), parts.randomness, options.systemUser);
        });
        if (!owner)
            return complainAbout(owner.error());
        say(owner->id.toString());
        return 0;
    });
}

} // namespace crema::platform
