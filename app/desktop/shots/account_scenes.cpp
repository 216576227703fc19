// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/account_scenes.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace crema::desktop {
namespace {

void setUpAuthenticator(AuthenticatorPresenter &authenticator, const QString &scene)
{
    authenticator.begin();
    authenticator.submitPassword(QStringLiteral("right password"));
    if (scene == QLatin1String("account-authenticator"))
        return;
    authenticator.submitCode(QStringLiteral("123456"));
    if (scene == QLatin1String("account-leave"))
        (void)authenticator.mayLeave([] {});
}

} // namespace

QStringList accountSceneNames()
{
    return {QStringLiteral("account"),          QStringLiteral("account-sign-in"),
            QStringLiteral("account-end"),      QStringLiteral("account-offline"),
            QStringLiteral("account-password"), QStringLiteral("account-authenticator"),
            QStringLiteral("account-codes"),    QStringLiteral("account-leave")};
}

void playAccount(const QString &scene, const CatalogStage &stage)
{
    stage.desk.addExamplePeople();
    stage.desk.addExampleAccount();
    const auto ada = std::ranges::find(stage.desk.peopleHere(), QStringLiteral("Ada Lindqvist"), &Person::name);
    stage.desk.changeState().person = *ada;
    Q_EMIT stage.desk.changed();
    if (scene == QLatin1String("account-sign-in"))
        stage.desk.setSessions({});
    if (scene == QLatin1String("account-offline"))
        stage.desk.failAccount = exampleProblem();
    stage.shop.shell.go({QStringLiteral("account"), {}});
    stage.clock.settle();
    if (scene == QLatin1String("account-sign-in")) {
        stage.shop.account.signIn().submit(QStringLiteral("ada@larkmoor.example"), QStringLiteral("not this one"));
    } else if (scene == QLatin1String("account-end")) {
        stage.shop.account.askToEnd(stage.shop.account.rows().last().id);
    } else if (scene == QLatin1String("account-password")) {
        stage.window.findChild<QLineEdit *>(QStringLiteral("passwordNew"))->insert(QStringLiteral("larkmoor"));
        stage.shop.password.change({}, QStringLiteral("larkmoor"), {});
    } else if (scene == QLatin1String("account-authenticator") || scene == QLatin1String("account-codes") ||
               scene == QLatin1String("account-leave")) {
        setUpAuthenticator(stage.shop.authenticator, scene);
        // What stands above it is seen in other pictures.
        for (const char *part : {"accountSessions", "accountPasswordPart"})
            stage.window.findChild<QWidget *>(QString::fromLatin1(part))->hide();
    }
    stage.clock.settle();
}

} // namespace crema::desktop
