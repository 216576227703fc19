// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/settings_presenter.h"

#include "sync/rest/platform_addresses.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

/// Further addresses of the platform.
const QString addressesKey = u"platform.addresses"_s;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::SettingsPresenter)
};

Result<SettingView> viewNamed(const QList<SettingView> &views, const QString &key)
{
    QStringList keys;
    for (const SettingView &view : views) {
        if (view.key == key)
            return view;
        keys.append(view.key);
    }
    return failure(ProblemKind::NotFound, u"config.unknown_key"_s, Texts::tr("There is no setting \"%1\".").arg(key),
                   Texts::tr("There are: %1.").arg(keys.join(u", "_s)));
}

Result<QString> checkedCurrency(const QString &value)
{
    const QString code = value.trimmed().toUpper();
    if (Currency::fromCode(code))
        return code;
    return failure(ProblemKind::Invalid, u"config.value"_s, Texts::tr("\"%1\" is not a currency.").arg(value),
                   Texts::tr("Write its three letters, for example EUR."));
}

Result<QString> checkedAddresses(const QString &value)
{
    const auto urls = sync::readAddresses(value);
    if (!urls)
        return failure(ProblemKind::Invalid, u"config.value"_s,
                       Texts::tr("\"%1\" is not a list of web addresses.").arg(value),
                       Texts::tr("Write them whole with spaces between, for example https://shop.example."));
    QStringList texts;
    for (const QUrl &url : *urls)
        texts.append(url.toString());
    return texts.join(u' ');
}

} // namespace

QCoro::Task<Result<QList<SettingView>>> SettingsPresenter::list() const
{
    sync::Client &client = m_client;
    const bool storeFromEnvironment = m_storeFromEnvironment;
    const Result<QString> currency = co_await client.setting(u"currency"_s);
    if (!currency)
        co_return failure(currency.error());
    const Result<QString> addresses = co_await client.setting(addressesKey);
    if (!addresses)
        co_return failure(addresses.error());
    const sync::ClientState &state = client.state();
    const QString currencyOrigin = state.enrolled ? u"platform"_s : currency->isEmpty() ? u"default"_s : u"config"_s;
    co_return QList<SettingView>{
        {u"currency"_s, state.currency().code(), currencyOrigin, !state.enrolled},
        {addressesKey, *addresses, addresses->isEmpty() ? u"default"_s : u"config"_s, true},
        {u"platform"_s, state.platform.toString(), state.enrolled ? u"platform"_s : u"default"_s, false},
        {u"store"_s, state.storePath, storeFromEnvironment ? u"environment"_s : u"default"_s, false},
    };
}

QCoro::Task<Result<SettingView>> SettingsPresenter::get(QString key) const
{
    const Result<QList<SettingView>> views = co_await list();
    if (!views)
        co_return failure(views.error());
    co_return viewNamed(*views, key);
}

QCoro::Task<Result<SettingView>> SettingsPresenter::set(QString key, QString value) const
{
    const SettingsPresenter presenter = *this;
    const Result<SettingView> before = co_await presenter.get(key);
    if (!before)
        co_return failure(before.error());
    if (!before->changeable)
        co_return failure(ProblemKind::Conflict, u"config.fixed"_s, Texts::tr("\"%1\" cannot be set here.").arg(key),
                          before->origin == u"platform"
                              ? Texts::tr("The platform decides it for all its devices.")
                              : Texts::tr("Run \"crema config show --origin\" to see what does."));
    const Result<QString> checked = key == addressesKey ? checkedAddresses(value) : checkedCurrency(value);
    if (!checked)
        co_return failure(checked.error());
    const Result<void> stored = co_await presenter.m_client.setSetting(key, *checked);
    if (!stored)
        co_return failure(stored.error());
    co_return co_await presenter.get(key);
}

} // namespace crema::presenters
