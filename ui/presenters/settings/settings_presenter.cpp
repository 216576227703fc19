// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/settings_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

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

} // namespace

QCoro::Task<Result<QList<SettingView>>> SettingsPresenter::list() const
{
    sync::Client &client = m_client;
    const bool storeFromEnvironment = m_storeFromEnvironment;
    const Result<QString> currency = co_await client.setting(u"currency"_s);
    if (!currency)
        co_return failure(currency.error());
    const sync::ClientState &state = client.state();
    const QString currencyOrigin = state.enrolled ? u"platform"_s : currency->isEmpty() ? u"default"_s : u"config"_s;
    co_return QList<SettingView>{
        {u"currency"_s, state.currency().code(), currencyOrigin, !state.enrolled},
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
    const QString code = value.trimmed().toUpper();
    if (!Currency::fromCode(code))
        co_return failure(ProblemKind::Invalid, u"config.value"_s, Texts::tr("\"%1\" is not a currency.").arg(value),
                          Texts::tr("Write its three letters, for example EUR."));
    const Result<void> stored = co_await presenter.m_client.setSetting(key, code);
    if (!stored)
        co_return failure(stored.error());
    co_return co_await presenter.get(key);
}

} // namespace crema::presenters
