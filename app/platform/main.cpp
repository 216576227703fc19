// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_dumps.h"
#include "app/request_translations.h"
#include "app/translation_loader.h"
#include "platform/domain/domain_services.h"
#include "platform/http/request_language.h"
#include "platform/program/platform_program.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char **argv)
{
    crema::holdBackCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("crema-platform"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    // What is said on the terminal follows the machine; what is answered follows whoever asks.
    crema::installTranslation(application, QLocale::system(), {});
    crema::installRequestTranslations(application, &crema::http::wishedLanguages);
    return crema::platform::runPlatformProgram(QCoreApplication::arguments().mid(1), crema::platform::makeDomain());
}
