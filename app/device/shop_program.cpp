// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/shop_program.h"

#include <QLocale>
#include <QPointer>

namespace crema {
namespace {

QCoro::Task<> openStore(QPointer<sync::Client> client, QPointer<TillPresenter> till, sync::OpenRequest request,
                        std::function<void(const Problem &)> refused)
{
    const Result<void> opened = co_await client->open(request);
    if (!client || !till)
        co_return;
    if (opened) {
        client->startBackgroundSync();
        co_return;
    }
    till->say(opened.error());
    refused(opened.error());
}

} // namespace

ShopProgram::ShopProgram(const QString &program, const presenters::StoreChoice &choice)
    : m_choice(choice), m_world(program), m_preferences(FilePreferences::defaultPath()), m_desk(m_world.client()),
      m_shop(m_desk, m_world.clock(), m_preferences, QLocale())
{}

void ShopProgram::start(std::function<void(const Problem &)> refused)
{
    m_shop.start();
    openStore(&m_world.client(), &m_shop.till, m_world.openRequest(m_choice, sync::OpenMode::ReadWrite),
              std::move(refused));
}

} // namespace crema
