// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/shop_program.h"

#include <QLocale>
#include <QPointer>

namespace crema {
namespace {

QCoro::Task<> openStore(QPointer<sync::Client> client, QPointer<TillPresenter> till, QCoro::Task<Result<void>> opening,
                        std::function<void(const Result<void> &)> opened)
{
    const Result<void> answer = co_await opening;
    if (!client || !till)
        co_return;
    if (answer)
        client->startBackgroundSync();
    else
        till->say(answer.error());
    opened(answer);
}

QCoro::Task<Result<void>> openAlready()
{
    co_return Result<void>();
}

} // namespace

ShopProgram::ShopProgram(const QString &program, const presenters::StoreChoice &choice)
    : m_choice(choice), m_world(program), m_preferences(FilePreferences::defaultPath()), m_desk(m_world.client()),
      m_shop(m_desk, m_world.clock(), m_preferences, QLocale())
{}

QCoro::Task<Result<void>> ShopProgram::open()
{
    return m_world.client().open(m_world.openRequest(m_choice, sync::OpenMode::ReadWrite));
}

void ShopProgram::start(std::function<void(const Result<void> &)> opened)
{
    m_shop.start();
    openStore(&m_world.client(), &m_shop.till, m_world.client().state().open ? openAlready() : open(),
              std::move(opened));
}

} // namespace crema
