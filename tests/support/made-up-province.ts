/** The profile of a province that does not exist: seven regions under codes of their own, in another time zone and in
 *  no groups. */
export const MADE_UP_TEXT = `
code: '99'
name: { id: Nusa Baru, en: New Isles }
region_name: Provinsi Nusa Baru
capital: Teluk Damai
lat: -3.4
lon: 135.4
abbreviation: NUSA
zone: Asia/Jayapura
offices:
  government: { id: Pemerintah Provinsi Nusa Baru, en: Government of New Isles }
  head: { id: Gubernur Nusa Baru, en: Governor of New Isles }
  contact: { id: Dinas Data Provinsi, en: provincial Data Agency }
  data_office: { id: Dinas Data, en: Data Agency }
  signer: { id: Kepala Dinas Data, en: Head of the Data Agency }
regions:
  - { code: '99.01', name: Kabupaten Pulau Satu, type: kabupaten, capital: Muara Satu, lat: -3.1, lon: 135.1, tile: [0, 0], abbreviation: SAT }
  - { code: '99.02', name: Kabupaten Pulau Dua, type: kabupaten, capital: Muara Dua, lat: -3.2, lon: 135.6, tile: [0, 1], abbreviation: DUA }
  - { code: '99.03', name: Kabupaten Pulau Tiga, type: kabupaten, capital: Muara Tiga, lat: -3.3, lon: 136.1, tile: [0, 2], abbreviation: TIG }
  - { code: '99.04', name: Kabupaten Pulau Empat, type: kabupaten, capital: Muara Empat, lat: -3.6, lon: 135.2, tile: [1, 0], abbreviation: EMP }
  - { code: '99.05', name: Kabupaten Pulau Lima, type: kabupaten, capital: Muara Lima, lat: -3.7, lon: 135.7, tile: [1, 1], abbreviation: LIM }
  - { code: '99.06', name: Kabupaten Pulau Enam, type: kabupaten, capital: Muara Enam, lat: -3.8, lon: 136.2, tile: [1, 2] }
  - { code: '99.71', name: Kota Teluk Damai, type: kota, capital: Teluk Damai, lat: -3.4, lon: 135.4, tile: [2, 1], abbreviation: TLD }
`;
