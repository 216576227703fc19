// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/shop_card.h"

#include "ui/desktop/settings/shop_setting_field.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/settings/shop_settings_presenter.h"

#include <QVBoxLayout>

namespace crema::desktop {

ShopCard::ShopCard(const Theme &theme, ShopSettingsPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter),
      m_about(makeText(theme, QStringLiteral("shopAbout"), 14, QFont::Normal, "muted")),
      m_problem(makeText(theme, QStringLiteral("shopProblem"), 14, QFont::Medium, "error")),
      m_places(new ChoiceBox(theme)), m_fieldColumn(new QVBoxLayout)
{
    setObjectName(QStringLiteral("shopCard"));
    setProperty("role", QStringLiteral("card"));
    QLabel *title = makeText(theme, QStringLiteral("shopCard.title"), 16, QFont::DemiBold);
    title->setText(tr("Shop"));
    m_about->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_places->setObjectName(QStringLiteral("shopPlace"));
    m_places->setAccessibleName(tr("Settings of"));
    m_fieldColumn->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_about);
    column->addWidget(m_places);
    column->addWidget(m_problem);
    column->addLayout(m_fieldColumn);
    connect(m_places, &QComboBox::activated, &presenter, &ShopSettingsPresenter::choosePlace);
    connect(&presenter, &ShopSettingsPresenter::changed, this, &ShopCard::showRows);
    showRows();
}

void ShopCard::showPlaces()
{
    QStringList names;
    for (const SettingPlace &place : m_presenter.places())
        names.append(place.name);
    QStringList shown;
    for (int row = 0; row < m_places->count(); ++row)
        shown.append(m_places->itemText(row));
    if (names != shown) {
        m_places->clear();
        m_places->addItems(names);
    }
    m_places->setCurrentIndex(m_presenter.place());
    m_places->setVisible(names.size() > 1);
}

QString ShopCard::shownPlace() const
{
    return m_presenter.places().isEmpty() ? QString() : m_presenter.places().at(m_presenter.place()).id.toString();
}

void ShopCard::makeRows()
{
    delete m_fieldsHolder;
    m_fields.clear();
    m_fieldsHolder = new QWidget;
    m_fieldsHolder->setObjectName(QStringLiteral("shopFields"));
    auto *column = new QVBoxLayout(m_fieldsHolder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QString group;
    for (const ShopSettingRow &row : m_presenter.rows()) {
        if (row.groupName != group) {
            group = row.groupName;
            QLabel *heading = makeText(m_theme, QStringLiteral("shopGroup.") + row.key, 14, QFont::DemiBold, "muted");
            heading->setText(group);
            heading->setContentsMargins(4, 16, 0, 0);
            column->addWidget(heading);
        }
        auto *field = new ShopSettingField(m_theme, row);
        connect(field, &ShopSettingField::typed, &m_presenter,
                [this, key = row.key](const QString &text) { m_presenter.set(key, text); });
        connect(field, &ShopSettingField::resetWanted, &m_presenter, [this, key = row.key] { m_presenter.reset(key); });
        m_fields.insert(row.key, field);
        column->addWidget(field);
    }
    m_fieldColumn->addWidget(m_fieldsHolder);
}

void ShopCard::showRows()
{
    showPlaces();
    const bool isEmpty = m_presenter.rows().isEmpty();
    m_about->setText(isEmpty ? tr("Once this device is enrolled, the shop sets here how its tills work.")
                             : tr("Counts on all devices of the shop: here at once, elsewhere with the next sync."));
    const auto &problem = m_presenter.problem();
    m_problem->setText(problem && problem->fields.isEmpty() ? problem->message : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (shownPlace() != m_shownPlace || m_fields.size() != m_presenter.rows().size()) {
        m_shownPlace = shownPlace();
        makeRows();
        return;
    }
    for (const ShopSettingRow &row : m_presenter.rows())
        m_fields.value(row.key)->show(row);
}

} // namespace crema::desktop
